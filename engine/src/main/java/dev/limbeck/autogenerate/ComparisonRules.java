package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.Projection;
import dev.limbeck.filter.ModelFilter;
import dev.limbeck.filter.ObjectRules;
import dev.limbeck.hook.HookContext;
import dev.limbeck.hook.Hooks;
import dev.limbeck.hook.RevisionBody;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.OnlyOn;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a project says itself about comparisons.
 *
 * @param names names what nobody named, hooks asked first
 * @param objects which objects are compared
 * @param hooks the project's own code
 * @param dialects the names of the dialects that revisions have to hold on
 * @param executed the SQL that the applied revisions execute, oldest first; only looked at by hooks
 */
public record ComparisonRules(
    NamingConvention names,
    ObjectRules objects,
    Hooks hooks,
    List<String> dialects,
    List<HookContext.Executed> executed) {
  public ComparisonRules {
    requireNonNull(objects, "objects");
    requireNonNull(hooks, "hooks");
    names = hooks.isEmpty() ? names : names.withOwn(hooks);
    dialects = List.copyOf(dialects);
    executed = List.copyOf(executed);
  }

  /** Rules, before it is known what they are applied to. */
  public static ComparisonRules of(NamingConvention names, ObjectRules objects, Hooks hooks) {
    return new ComparisonRules(names, objects, hooks, List.of(), List.of());
  }

  /** Nothing is said but how things are named. */
  public static ComparisonRules of(NamingConvention names) {
    return of(names, ObjectRules.none(), Hooks.none());
  }

  /** The rules for dialects and applied revisions. */
  public ComparisonRules on(List<String> dialectNames, List<HookContext.Executed> executedSql) {
    return new ComparisonRules(names, objects, hooks, dialectNames, executedSql);
  }

  /**
   * What takes out what is not compared.
   *
   * @param defaultSchema the default schema where it is known, else that which the dialects have
   */
  ModelFilter filter(Projection projection, @Nullable String defaultSchema) {
    List<String> defaults =
        defaultSchema != null
            ? List.of(defaultSchema)
            : dialects.stream()
                .map(name -> Dialects.named(name).usualSchema())
                .filter(Objects::nonNull)
                .toList();
    return new ModelFilter(
        objects,
        hooks.isEmpty() ? ModelFilter.EVERYTHING : hooks::includes,
        names,
        projection,
        defaults);
  }

  /**
   * The comparison when the hooks have had their say.
   *
   * @param operations what lies between the two
   * @param found what there is before it
   * @param wanted what the entities want
   */
  Comparison compared(List<Operation> operations, DatabaseModel found, DatabaseModel wanted) {
    if (hooks.isEmpty()) {
      return new Comparison(operations, List.of());
    }
    RevisionBody body =
        new NamedParts(names)
            .in(
                hooks.rewrite(
                    RevisionBody.of(operations, DowngradeBody::of),
                    new HookContext(dialects, found, wanted, executed)));
    List<Operation> upgrade = body.upgrade();
    boolean rewritten = !upgrade.stream().filter(each -> !isSql(each)).toList().equals(operations);
    return new Comparison(upgrade, body.downgrade(), List.of(), Set.of(), rewritten);
  }

  /** True for what changes no model. */
  private static boolean isSql(Operation operation) {
    return operation instanceof ExecuteSql
        || operation instanceof OnlyOn only
            && only.operations().stream().allMatch(ComparisonRules::isSql);
  }
}
