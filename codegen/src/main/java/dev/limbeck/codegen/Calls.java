package dev.limbeck.codegen;

import com.palantir.javapoet.ClassName;
import dev.limbeck.codegen.Expression.Constant;
import dev.limbeck.codegen.Expression.Lambda;
import dev.limbeck.codegen.Expression.Literal;
import dev.limbeck.codegen.Expression.TextBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A chain of method calls.
 *
 * @param target what the first method is called on, or null for a method that needs nothing
 * @param importedFrom the class from which the first method is statically imported, or null
 * @param calls the calls, at least one
 */
record Calls(@Nullable Expression target, @Nullable ClassName importedFrom, List<Call> calls)
    implements Expression {
  private static final int CONTINUATION = 4;

  Calls {
    calls = List.copyOf(calls);
  }

  /**
   * One call of a chain.
   *
   * @param name the method
   * @param arguments what it is called with
   */
  record Call(String name, List<Expression> arguments) {
    Call {
      arguments = List.copyOf(arguments);
    }

    private int width() {
      int width = name.length() + 2 + 2 * Math.max(0, arguments.size() - 1);
      for (Expression argument : arguments) {
        if (argument.width() < 0) {
          return -1;
        }
        width += argument.width();
      }
      return width;
    }

    private Cost cost() {
      Cost cost = new Cost(12, 0);
      for (Expression argument : arguments) {
        cost = cost.plus(argument.cost()).plus(new Cost(5, 0));
      }
      return cost;
    }
  }

  /** A call on a variable. */
  static Calls on(String variable, String method, List<? extends Expression> arguments) {
    return new Calls(
        new Literal(variable), null, List.of(new Call(method, List.copyOf(arguments))));
  }

  static Calls on(String variable, String method, Expression... arguments) {
    return on(variable, method, List.of(arguments));
  }

  /** A call of a static method through its class. */
  static Calls of(ClassName type, String method, List<? extends Expression> arguments) {
    return new Calls(Constant.type(type), null, List.of(new Call(method, List.copyOf(arguments))));
  }

  static Calls of(ClassName type, String method, Expression... arguments) {
    return of(type, method, List.of(arguments));
  }

  /** A call of a static method that is imported. */
  static Calls imported(ClassName from, String method, Expression... arguments) {
    return new Calls(null, from, List.of(new Call(method, List.of(arguments))));
  }

  /** A call of a method of the same class. */
  static Calls own(String method, Expression... arguments) {
    return new Calls(null, null, List.of(new Call(method, List.of(arguments))));
  }

  /** The chain with one more call. */
  Calls then(String method, List<? extends Expression> arguments) {
    List<Call> all = new ArrayList<>(calls);
    all.add(new Call(method, List.copyOf(arguments)));
    return new Calls(target, importedFrom, all);
  }

  Calls then(String method, Expression... arguments) {
    return then(method, List.of(arguments));
  }

  /** The chain with the lambda at its end replaced, where there is one. */
  Calls withLambda(UnaryOperator<Lambda> change) {
    Lambda lambda = lambda();
    if (lambda == null) {
      return this;
    }
    Call call = calls.get(0);
    List<Expression> arguments = new ArrayList<>(call.arguments());
    arguments.set(arguments.size() - 1, change.apply(lambda));
    return new Calls(target, importedFrom, List.of(new Call(call.name(), arguments)));
  }

  private @Nullable Lambda lambda() {
    List<Expression> arguments = calls.get(0).arguments();
    return calls.size() == 1
            && !arguments.isEmpty()
            && arguments.get(arguments.size() - 1) instanceof Lambda lambda
        ? lambda
        : null;
  }

  @Override
  public int width() {
    int width = target == null ? -1 : target.width();
    for (Call call : calls) {
      if (call.width() < 0) {
        return -1;
      }
      width += 1 + call.width();
    }
    return width;
  }

  @Override
  public Cost cost() {
    Cost cost = target == null ? Cost.NONE : target.cost();
    for (Call call : calls) {
      cost = cost.plus(call.cost());
    }
    return cost;
  }

  /** On one line where that fits; else a call on each line; else an argument on each line. */
  @Override
  public void write(SourceText out, int indent, int tail) {
    boolean flat = width() >= 0 && out.fits(width() + tail);
    if (target != null) {
      target.write(out, indent, 0);
    }
    for (int i = 0; i < calls.size(); i++) {
      Call call = calls.get(i);
      boolean broken = !flat && i > 0;
      if (broken) {
        out.newline(indent + CONTINUATION);
      }
      if (i > 0 || target != null) {
        out.text(".");
      }
      if (i == 0 && importedFrom != null) {
        out.imported(importedFrom, call.name());
      } else {
        out.text(call.name());
      }
      out.text("(");
      int rest = i == calls.size() - 1 ? tail + 1 : 1;
      boolean deeper = broken || !flat && calls.size() > 1;
      writeArguments(out, call.arguments(), deeper ? indent + CONTINUATION : indent, flat, rest);
      out.text(")");
    }
  }

  private void writeArguments(
      SourceText out, List<Expression> arguments, int indent, boolean flat, int tail) {
    if (arguments.isEmpty()) {
      return;
    }
    int width = inLine(arguments);
    if (flat || width >= 0 && out.fits(width + tail)) {
      writeInLine(out, arguments, indent);
    } else if (lambda() != null) {
      writeInLine(out, arguments, indent);
    } else if (arguments.size() == 1 && arguments.get(0) instanceof TextBlock block) {
      block.write(out, indent + CONTINUATION, tail);
    } else {
      int inner = indent + CONTINUATION;
      out.newline(inner);
      if (width >= 0 && out.fits(width + tail)) {
        writeInLine(out, arguments, inner);
      } else {
        for (int i = 0; i < arguments.size(); i++) {
          if (i > 0) {
            out.text(",").newline(inner);
          }
          arguments.get(i).write(out, inner, i == arguments.size() - 1 ? tail : 1);
        }
      }
    }
  }

  private static int inLine(List<Expression> arguments) {
    int width = 2 * (arguments.size() - 1);
    for (Expression argument : arguments) {
      if (argument.width() < 0) {
        return -1;
      }
      width += argument.width();
    }
    return width;
  }

  private static void writeInLine(SourceText out, List<Expression> arguments, int indent) {
    for (int i = 0; i < arguments.size(); i++) {
      if (i > 0) {
        out.text(", ");
      }
      arguments.get(i).write(out, indent, 0);
    }
  }
}
