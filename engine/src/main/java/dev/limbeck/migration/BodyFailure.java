package dev.limbeck.migration;

import dev.limbeck.LimbeckException;

/** Makes an error of what the body of a revision throws. */
final class BodyFailure {
  private BodyFailure() {}

  /** LMB-206; an error of Limbeck stays what it is, and a broken virtual machine is not ours. */
  static LimbeckException of(String method, Migration migration, Throwable failure) {
    if (failure instanceof LimbeckException known) {
      return known;
    }
    if (failure instanceof VirtualMachineError broken && !(failure instanceof StackOverflowError)) {
      throw broken;
    }
    return new LimbeckException(
        "LMB-206",
        "The "
            + method
            + " of revision "
            + name(migration)
            + " fails before anything is run.\n  "
            + failure.toString().replace("\n", "\n  ")
            + place(failure, migration),
        failure);
  }

  private static String name(Migration migration) {
    Revision revision = migration.getClass().getAnnotation(Revision.class);
    return revision == null ? migration.getClass().getName() : revision.id();
  }

  private static String place(Throwable failure, Migration migration) {
    for (StackTraceElement element : failure.getStackTrace()) {
      if (element.getClassName().startsWith(migration.getClass().getName())) {
        return "\n  " + element.getFileName() + ":" + element.getLineNumber();
      }
    }
    return "";
  }
}
