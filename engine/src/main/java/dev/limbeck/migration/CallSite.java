package dev.limbeck.migration;

import java.util.Objects;

/** The line of the author's code that called into this package. */
final class CallSite {
  private static final StackWalker WALKER = StackWalker.getInstance();
  private static final String HERE = CallSite.class.getPackageName() + ".";

  private CallSite() {}

  /** The nearest caller outside of this package. */
  static SourceLine here() {
    return WALKER.walk(
        frames ->
            frames
                .filter(frame -> !isOurs(frame.getClassName()))
                .findFirst()
                .map(
                    frame ->
                        new SourceLine(
                            Objects.requireNonNullElse(frame.getFileName(), frame.getClassName()),
                            frame.getLineNumber()))
                .orElse(new SourceLine("unknown", 0)));
  }

  private static boolean isOurs(String className) {
    return className.startsWith(HERE) && className.indexOf('.', HERE.length()) < 0;
  }
}
