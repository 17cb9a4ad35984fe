package dev.limbeck.command;

import static java.util.Objects.requireNonNull;

import dev.limbeck.autogenerate.ComparisonRules;
import dev.limbeck.filter.ObjectRules;
import dev.limbeck.hook.Hooks;
import dev.limbeck.model.NamingConvention;
import java.util.function.Supplier;

/**
 * What a project says itself about comparing and writing.
 *
 * @param names names what nobody named
 * @param objects which objects are compared
 * @param hooks the project's own code, loaded when a command needs it
 * @param afterWriting what is done with files of revisions once they are written
 */
record ProjectRules(
    NamingConvention names, ObjectRules objects, Supplier<Hooks> hooks, AfterWriting afterWriting) {
  ProjectRules {
    requireNonNull(names, "names");
    requireNonNull(objects, "objects");
    requireNonNull(hooks, "hooks");
    requireNonNull(afterWriting, "afterWriting");
  }

  /** Nothing is said. */
  static ProjectRules standard() {
    return new ProjectRules(
        NamingConvention.standard(), ObjectRules.none(), Hooks::none, AfterWriting.nothing());
  }

  /** The rules of comparisons; loads the hooks. */
  ComparisonRules comparison() {
    return ComparisonRules.of(names, objects, hooks.get());
  }

  ProjectRules withNames(NamingConvention value) {
    return new ProjectRules(value, objects, hooks, afterWriting);
  }

  ProjectRules withObjects(ObjectRules value) {
    return new ProjectRules(names, value, hooks, afterWriting);
  }

  ProjectRules withHooks(Supplier<Hooks> value) {
    return new ProjectRules(names, objects, value, afterWriting);
  }

  ProjectRules withAfterWriting(AfterWriting value) {
    return new ProjectRules(names, objects, hooks, value);
  }
}
