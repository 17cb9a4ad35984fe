package dev.limbeck.dialect.postgresql;

import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What has to go before a column gets another type, and comes back after it.
 *
 * <p>Generated columns on it, since PostgreSQL refuses the change under them. Where not only the
 * length changes also checks and the SQL in indexes: PostgreSQL would keep the casts of the old
 * type in them, {@code (age)::numeric >= (0)::numeric} where a new one says {@code age >= 0}.
 * Foreign keys of the table that have an enumerated type beside the column: the server looks for a
 * cast of that type when it makes them anew ("could not find cast", seen on 15.18 and 18.6).
 */
final class TypeDependents {
  private final PostgresRenderer sql;
  private final Table table;
  private final List<ColumnReplacement> formulas;
  private final List<Constraint> checks;
  private final List<Index> indexes;
  private final List<ForeignKey> foreignKeys;

  /**
   * @param table the table after the change
   * @param from the column before it
   * @param to the column after it
   */
  TypeDependents(PostgresRenderer sql, PostgresTypes types, Table table, Column from, Column to) {
    this.sql = sql;
    this.table = table;
    ColumnMentions mentions = new ColumnMentions(table, to.name());
    this.formulas =
        mentions.formulas().stream()
            .map(formula -> new ColumnReplacement(sql, table, formula))
            .toList();
    boolean sameKind =
        types.canonical(from.type()) instanceof ScalarType a
            && types.canonical(to.type()) instanceof ScalarType b
            && a.kind() == b.kind();
    List<Constraint> gone =
        mentions.formulas().stream()
            .flatMap(formula -> new ColumnMentions(table, formula.name()).constraints().stream())
            .toList();
    List<Index> goneIndexes =
        mentions.formulas().stream()
            .flatMap(formula -> new ColumnMentions(table, formula.name()).indexes().stream())
            .toList();
    this.checks =
        sameKind
            ? List.of()
            : mentions.checks().stream().filter(check -> !gone.contains(check)).toList();
    this.indexes =
        sameKind
            ? List.of()
            : mentions.indexesWithSql().stream()
                .filter(index -> !goneIndexes.contains(index))
                .toList();
    // Where a type of the schema is replaced, all foreign keys of its columns go anyway.
    this.foreignKeys =
        table.foreignKeys().stream()
            .filter(key -> !from.equals(to) && !gone.contains(key) && isOn(key, to.name()))
            .filter(key -> hasTypeOfSchema(key, to.name()))
            .toList();
  }

  private boolean isOn(ForeignKey key, Identifier column) {
    return key.columns().contains(column)
        || key.target().equals(table.name()) && key.targetColumns().contains(column);
  }

  /** True for a key that has such a type in another column. */
  private boolean hasTypeOfSchema(ForeignKey key, Identifier column) {
    return key.columns().stream()
        .filter(each -> !each.equals(column))
        .map(table::column)
        .anyMatch(each -> each != null && each.type() instanceof NamedType);
  }

  List<String> drop() {
    List<String> statements = new ArrayList<>();
    for (ForeignKey key : foreignKeys) {
      statements.add(alter("DROP CONSTRAINT " + sql.name(named(key.name()))));
    }
    formulas.forEach(formula -> statements.add(formula.drop()));
    for (Constraint check : checks) {
      statements.add(alter("DROP CONSTRAINT " + sql.name(named(check.name()))));
    }
    for (Index index : indexes) {
      statements.add(sql.dropIndex(table.name(), named(index.name())));
    }
    return statements;
  }

  List<String> restore() {
    List<String> statements = new ArrayList<>();
    for (Constraint check : checks) {
      statements.add(alter("ADD " + sql.constraintDefinition(check)));
    }
    for (Index index : indexes) {
      statements.add(sql.createIndex(table.name(), index));
    }
    for (ColumnReplacement formula : formulas) {
      statements.add(formula.add());
      statements.addAll(formula.restore());
    }
    for (ForeignKey key : foreignKeys) {
      statements.add(alter("ADD " + sql.constraintDefinition(key)));
    }
    return statements;
  }

  private static Identifier named(@Nullable Identifier name) {
    return Objects.requireNonNull(name, "what is in the database has a name");
  }

  private String alter(String action) {
    return "ALTER TABLE " + sql.name(table.name()) + " " + action;
  }
}
