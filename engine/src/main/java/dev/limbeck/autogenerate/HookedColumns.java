package dev.limbeck.autogenerate;

import dev.limbeck.hook.ColumnPair;
import dev.limbeck.hook.Hooks;
import dev.limbeck.hook.Verdict;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Lets hooks decide about the types and defaults of columns that both sides have. */
final class HookedColumns {
  private final Hooks hooks;
  private final String dialect;
  private final Set<String> decidedDefaults = new LinkedHashSet<>();

  HookedColumns(Hooks hooks, String dialect) {
    this.hooks = hooks;
    this.dialect = dialect;
  }

  /**
   * What there is before, with each type and default that is no difference as it is wanted, and
   * each that is one as it was found.
   *
   * @param before what there is, in neutral terms
   * @param wanted what the entities want
   * @param found the column of a table as the database has it, or null where that is unknown
   */
  DatabaseModel decided(
      DatabaseModel before,
      DatabaseModel wanted,
      BiFunction<QualifiedName, Column, @Nullable Column> found) {
    if (hooks.isEmpty()) {
      return before;
    }
    List<Table> tables = new ArrayList<>();
    for (Table table : before.tables()) {
      Table target = wanted.table(table.name());
      tables.add(
          target == null
              ? table
              : table.withColumns(
                  table.columns().stream().map(each -> decided(target, each, found)).toList()));
    }
    return before.withTables(tables);
  }

  private Column decided(
      Table target, Column before, BiFunction<QualifiedName, Column, @Nullable Column> found) {
    Column wanted = target.column(before.name());
    if (wanted == null) {
      return before;
    }
    Column raw = found.apply(target.name(), before);
    Column live = raw == null ? before : raw;
    ColumnPair pair = new ColumnPair(dialect, target.name(), live, wanted);
    Column type =
        switch (hooks.compareType(pair)) {
          case EQUAL -> wanted;
          case DIFFERENT -> live;
          case UNDECIDED -> before;
        };
    Verdict verdict = hooks.compareDefault(pair);
    if (verdict != Verdict.UNDECIDED) {
      decidedDefaults.add(target.name() + "." + before.name() + ": ");
    }
    Column defaultValue =
        switch (verdict) {
          case EQUAL -> wanted;
          case DIFFERENT -> live;
          case UNDECIDED -> before;
        };
    return before.withType(type.type()).withDefault(defaultValue.defaultValue());
  }

  /** True for a note about a default that a hook decided about. */
  boolean isDecided(String unverified) {
    return decidedDefaults.stream().anyMatch(unverified::startsWith);
  }
}
