package dev.limbeck.codegen;

import com.palantir.javapoet.ClassName;
import dev.limbeck.codegen.Expression.Lambda;
import dev.limbeck.codegen.Expression.Literal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a revision below the limits of class files: 64 KB of code for a method, 65,535 constants
 * for a class.
 *
 * <p>A body that is too long becomes calls of methods that hold a part of it each, and methods that
 * find no room in the revision's class go into nested ones. The sizes are estimates from above, far
 * from what anybody reviews; an ordinary revision is one class with two methods.
 */
final class ClassLimits {
  private static final int CODE_OF_A_METHOD = 40_000;
  private static final int CONSTANTS_OF_A_BODY = 22_000;

  /** Beside what two bodies and the names of methods and types take. */
  private static final int CONSTANTS_BESIDE_THE_BODIES = 10_000;

  private static final int CONSTANTS_OF_A_NESTED_CLASS = 45_000;
  private static final int CONSTANTS_OF_A_METHOD = 8;

  private final List<Part> parts = new ArrayList<>();
  private final List<NestedClass> nested = new ArrayList<>();
  private int constantsBeside;

  /**
   * A method that holds a part of a body.
   *
   * @param name its name, unique in the revision
   * @param parameterType the type of its parameter
   * @param parameter its parameter, named as in the body that it is a part of
   * @param body its statements
   */
  record Part(String name, ClassName parameterType, String parameter, List<Statement> body) {}

  /** A nested class that holds parts. */
  record NestedClass(String name, List<Part> parts) {}

  /** The parts in the revision's class itself. */
  List<Part> parts() {
    return List.copyOf(parts);
  }

  /** The nested classes. */
  List<NestedClass> nested() {
    return List.copyOf(nested);
  }

  /**
   * The body, or one that calls its parts.
   *
   * @param name what the parts' names begin with
   */
  List<Statement> fit(
      String name, ClassName parameterType, String parameter, List<Statement> statements) {
    List<Statement> body = new ArrayList<>();
    statements.forEach(statement -> body.add(fitInside(name, statement)));
    Cost cost = Statement.cost(body);
    if (cost.code() <= CODE_OF_A_METHOD && cost.constants() <= CONSTANTS_OF_A_BODY) {
      return body;
    }
    List<Statement> calls = new ArrayList<>();
    List<Statement> part = new ArrayList<>();
    Cost filled = Cost.NONE;
    for (Statement statement : body) {
      Cost next = filled.plus(statement.cost());
      boolean full = next.code() > CODE_OF_A_METHOD || next.constants() > CONSTANTS_OF_A_BODY;
      if (full && !part.isEmpty()) {
        calls.add(moved(name, parameterType, parameter, part));
        part = new ArrayList<>();
        next = statement.cost();
      }
      part.add(statement);
      filled = next;
    }
    calls.add(moved(name, parameterType, parameter, part));
    return fit(name, parameterType, parameter, calls);
  }

  private Statement fitInside(String name, Statement statement) {
    return statement.expression() instanceof Calls calls
        ? statement.withExpression(calls.withLambda(lambda -> fit(name, lambda)))
        : statement;
  }

  private Lambda fit(String name, Lambda lambda) {
    return lambda.withBody(fit(name, lambda.parameterType(), lambda.parameter(), lambda.body()));
  }

  private Statement moved(
      String name, ClassName parameterType, String parameter, List<Statement> body) {
    int number = 1 + parts.size() + nested.stream().mapToInt(type -> type.parts().size()).sum();
    Part part = new Part(name + "Part" + number, parameterType, parameter, List.copyOf(body));
    String type = place(part);
    Literal argument = new Literal(parameter);
    return Statement.of(
        type == null ? Calls.own(part.name(), argument) : Calls.on(type, part.name(), argument));
  }

  /** The name of the nested class that took the part; null for the revision's class. */
  private @Nullable String place(Part part) {
    int constants = constants(part);
    if (nested.isEmpty() && constantsBeside + constants <= CONSTANTS_BESIDE_THE_BODIES) {
      constantsBeside += constants;
      parts.add(part);
      return null;
    }
    if (nested.isEmpty() || !hasRoom(nested.get(nested.size() - 1), constants)) {
      nested.add(new NestedClass("Part" + (nested.size() + 1), new ArrayList<>()));
    }
    NestedClass last = nested.get(nested.size() - 1);
    last.parts().add(part);
    return last.name();
  }

  private static boolean hasRoom(NestedClass type, int constants) {
    int used = type.parts().stream().mapToInt(ClassLimits::constants).sum();
    return used + constants <= CONSTANTS_OF_A_NESTED_CLASS;
  }

  private static int constants(Part part) {
    return Statement.cost(part.body()).constants() + CONSTANTS_OF_A_METHOD;
  }
}
