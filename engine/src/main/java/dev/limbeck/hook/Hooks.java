package dev.limbeck.hook;

import dev.limbeck.LimbeckException;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Index;
import dev.limbeck.model.OwnNames;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.Operation.OutsideTransaction;
import dev.limbeck.operation.Operation.RunJava;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The hooks of an application, asked one after the other. What one of them throws becomes an error
 * that names its class.
 */
public final class Hooks implements OwnNames {
  private final List<AutogenerateHook> hooks;

  private Hooks(List<AutogenerateHook> hooks) {
    this.hooks = List.copyOf(hooks);
  }

  /** Hooks in the order in which they are asked. */
  public static Hooks of(List<AutogenerateHook> hooks) {
    return new Hooks(hooks);
  }

  /** No hooks. */
  public static Hooks none() {
    return new Hooks(List.of());
  }

  public boolean isEmpty() {
    return hooks.isEmpty();
  }

  /** Whether all hooks compare an object. */
  public boolean includes(SchemaObject object) {
    for (AutogenerateHook hook : hooks) {
      if (!asked(hook, "includes", each -> each.includes(object))) {
        return false;
      }
    }
    return true;
  }

  /** The first decision about the types of a column. */
  public Verdict compareType(ColumnPair column) {
    return first("compareType", hook -> hook.compareType(column));
  }

  /** The first decision about the defaults of a column. */
  public Verdict compareDefault(ColumnPair column) {
    return first("compareDefault", hook -> hook.compareDefault(column));
  }

  private Verdict first(String method, Function<AutogenerateHook, Verdict> question) {
    for (AutogenerateHook hook : hooks) {
      Verdict verdict = answered(hook, method, question);
      if (verdict != Verdict.UNDECIDED) {
        return verdict;
      }
    }
    return Verdict.UNDECIDED;
  }

  /**
   * The body after all hooks.
   *
   * @throws LimbeckException LMB-291 where a hook fails, LMB-292 where it adds Java code, which no
   *     revision can be printed with
   */
  public RevisionBody rewrite(RevisionBody body, HookContext context) {
    RevisionBody rewritten = body;
    for (AutogenerateHook hook : hooks) {
      RevisionBody before = rewritten;
      rewritten = answered(hook, "rewrite", each -> each.rewrite(before, context));
      String java = java(rewritten.upgrade());
      String back = java == null ? java(rewritten.downgrade()) : java;
      if (back != null) {
        throw new LimbeckException(
            "LMB-292",
            "A hook adds Java code to a generated revision, which cannot be written as source.\n  "
                + hook.getClass().getName()
                + "   run "
                + back
                + "\n  Let it add SQL, or write the revision by hand.");
      }
    }
    return rewritten;
  }

  private static @Nullable String java(List<Operation> operations) {
    for (Operation operation : operations) {
      String found = null;
      if (operation instanceof RunJava run) {
        found = run.description();
      } else if (operation instanceof OnlyOn only) {
        found = java(only.operations());
      } else if (operation instanceof OutsideTransaction outside) {
        found = java(outside.operations());
      }
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** How the first hook that says so writes a type; null for Limbeck's way. */
  public @Nullable JavaExpression render(ColumnType type) {
    return firstOf("render", hook -> hook.render(type));
  }

  @Override
  public @Nullable String name(QualifiedName table, Constraint constraint) {
    return firstOf("name", hook -> hook.name(table, constraint));
  }

  @Override
  public @Nullable String name(QualifiedName table, Index index) {
    return firstOf("name", hook -> hook.name(table, index));
  }

  private <T> @Nullable T firstOf(String method, Function<AutogenerateHook, @Nullable T> question) {
    for (AutogenerateHook hook : hooks) {
      T answer = asked(hook, method, question);
      if (answer != null) {
        return answer;
      }
    }
    return null;
  }

  private static <T> T answered(
      AutogenerateHook hook, String method, Function<AutogenerateHook, T> question) {
    T answer = asked(hook, method, question);
    if (answer == null) {
      throw failed(hook, method, "It returned null.", null);
    }
    return answer;
  }

  /** What a hook throws is its author's; a broken virtual machine is nobody's. */
  private static <T extends @Nullable Object> T asked(
      AutogenerateHook hook, String method, Function<AutogenerateHook, T> question) {
    try {
      return question.apply(hook);
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      throw failed(hook, method, e.toString().replace("\n", "\n  "), e);
    }
  }

  private static LimbeckException failed(
      AutogenerateHook hook, String method, String what, @Nullable Throwable cause) {
    return new LimbeckException(
        "LMB-291",
        "A hook fails.\n  "
            + hook.getClass().getName()
            + "."
            + method
            + place(hook, cause)
            + "\n  "
            + what
            + "\n  It is named by autogenerate.hooks, or by a file of META-INF/services on the class"
            + " path of revisions.",
        cause);
  }

  private static String place(AutogenerateHook hook, @Nullable Throwable cause) {
    if (cause != null) {
      for (StackTraceElement element : cause.getStackTrace()) {
        if (element.getClassName().startsWith(hook.getClass().getName())) {
          return "   " + element.getFileName() + ":" + element.getLineNumber();
        }
      }
    }
    return "";
  }
}
