package dev.limbeck.codegen;

import static java.util.Objects.requireNonNull;

import dev.limbeck.codegen.Expression.Literal;
import dev.limbeck.model.Check;
import dev.limbeck.model.Domain;
import dev.limbeck.model.Identifier;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.TypeOperation.AlterDomain;
import org.jspecify.annotations.Nullable;

/**
 * Prints operations on domains.
 *
 * @param variable what the operations are called on
 */
record DomainForm(String variable, TypeForm types) {

  Statement create(Domain domain) {
    Calls calls =
        Calls.on(
            variable,
            "createDomain",
            JavaString.name(domain.name().toString()),
            types.of(domain.type()));
    if (!domain.nullable()) {
      calls = calls.then("notNull");
    }
    if (domain.defaultValue() != null) {
      calls = calls.then("defaultValue", SqlForm.shortest(domain.defaultValue()));
    }
    for (Check check : domain.checks()) {
      calls = calls.then("check", name(check.name()), SqlForm.condition(check));
    }
    return Statement.of(calls);
  }

  Statement alter(AlterDomain change) {
    Calls calls = Calls.on(variable, "alterDomain", JavaString.name(change.name().toString()));
    if (change.type() != null) {
      calls =
          calls.then(
              "type",
              types.of(requireNonNull(change.type().from(), "from")),
              types.of(requireNonNull(change.type().to(), "to")));
    }
    if (change.nullable() != null) {
      calls =
          calls.then(
              "nullable",
              new Literal(requireNonNull(change.nullable().from(), "from").toString()),
              new Literal(requireNonNull(change.nullable().to(), "to").toString()));
    }
    if (change.defaultValue() != null) {
      calls = AlterationForm.defaulted(calls, change.defaultValue());
    }
    for (Changed<Check> check : change.checks()) {
      calls = check(calls, check.from(), check.to());
    }
    return Statement.of(calls);
  }

  private static Calls check(Calls calls, @Nullable Check from, @Nullable Check to) {
    if (from == null) {
      Check added = requireNonNull(to, "to");
      return calls.then("addCheck", name(added.name()), SqlForm.condition(added));
    }
    if (to == null) {
      return calls.then("dropCheck", name(from.name()), SqlForm.condition(from));
    }
    return from.condition().equals(to.condition())
        ? calls.then("renameCheck", name(from.name()), name(to.name()), SqlForm.condition(to))
        : calls.then(
            "alterCheck", name(from.name()), SqlForm.condition(from), SqlForm.condition(to));
  }

  private static Expression name(@Nullable Identifier name) {
    return JavaString.name(requireNonNull(name, "a check of a domain has a name").toString());
  }
}
