package dev.limbeck.scanner.boot;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.ScalarType.Kind;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import dev.limbeck.scanner.bridge.ColumnPlace;
import dev.limbeck.scanner.ddl.ColumnConstraintText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

/** Makes a table of the model from one of Hibernate's, as Hibernate's own DDL would create it. */
final class TableReader {
  private final Metadata metadata;
  private final RecordingNaming naming;
  private final Names names;
  private final ColumnReader columns;
  private final ColumnConstraints columnConstraints;
  private final ForeignKeyReader foreignKeys;
  private final AggregateChecks aggregateChecks;
  private final List<String> notes;

  TableReader(
      Metadata metadata,
      RecordingNaming naming,
      Names names,
      List<EnumType> enumTypes,
      Map<ColumnPlace, Kind> kinds,
      List<String> notes) {
    this.metadata = metadata;
    this.naming = naming;
    this.names = names;
    this.columns = new ColumnReader(metadata, enumTypes, kinds, notes);
    this.columnConstraints = new ColumnConstraints(metadata, names, notes);
    this.foreignKeys = new ForeignKeyReader(naming, names, notes);
    this.aggregateChecks = new AggregateChecks(metadata.getDatabase().getDialect());
    this.notes = notes;
  }

  /**
   * Reads a table.
   *
   * @param failures takes a line for each column without a type
   */
  Table read(org.hibernate.mapping.Table table, List<String> failures) {
    QualifiedName name = names.of(table);
    List<dev.limbeck.model.Column> read = new ArrayList<>();
    List<Constraint> uniques = new ArrayList<>();
    List<Constraint> checks = new ArrayList<>();
    for (Column column : table.getColumns()) {
      ColumnReader.Result result = columns.read(name, column, failures);
      if (result == null) {
        continue;
      }
      read.add(result.column());
      if (column.isUnique() && !table.isPrimaryKey(column)) {
        uniques.add(Unique.of(null, List.of(Names.of(column))));
      }
      for (ColumnConstraintText text : result.definition().constraints()) {
        Constraint constraint = columnConstraints.of(table, column, text);
        if (constraint != null) {
          (constraint instanceof Check ? checks : uniques).add(constraint);
        }
      }
      checks.addAll(columnChecks(column));
    }
    List<Index> indexes = new ArrayList<>();
    IndexReader indexReader = new IndexReader(table, name, naming, notes);
    addUniqueKeys(table, indexReader, uniques, indexes);
    table.getChecks().forEach(check -> checks.add(check(check)));
    aggregateChecks.of(table).forEach(sql -> checks.add(check(null, sql)));
    table.getIndexes().values().forEach(index -> indexReader.read(index, indexes));
    noteRows(table, name);

    List<Constraint> constraints = new ArrayList<>();
    PrimaryKey key = primaryKey(table);
    if (key != null) {
      constraints.add(key);
    }
    constraints.addAll(uniques);
    constraints.addAll(foreignKeys.of(table));
    constraints.addAll(checks);
    String options = NewerMembers.options(table);
    return new Table(
        name,
        read,
        constraints.stream().distinct().toList(),
        indexes,
        Names.comment(table.getComment()),
        options.isBlank() ? null : options);
  }

  private static @Nullable PrimaryKey primaryKey(org.hibernate.mapping.Table table) {
    var key = table.getPrimaryKey();
    if (key == null || key.getColumns().isEmpty()) {
      return null;
    }
    UniqueKey ordering = key.getOrderingUniqueKey();
    Identifier name =
        ordering != null && ordering.isNameExplicit() ? Names.rendered(ordering.getName()) : null;
    return new PrimaryKey(name, Names.of(key.getColumns()));
  }

  /**
   * The anonymous checks of a column are one condition, and named ones stand alone, as in
   * Hibernate's DDL.
   */
  private static List<Check> columnChecks(Column column) {
    List<Check> checks = new ArrayList<>();
    List<String> anonymous = new ArrayList<>();
    for (CheckConstraint check : column.getCheckConstraints()) {
      if (check.isAnonymous()) {
        anonymous.add(check.getConstraint());
      } else {
        checks.add(check(check));
      }
    }
    if (anonymous.size() == 1) {
      checks.add(check(null, anonymous.get(0)));
    } else if (!anonymous.isEmpty()) {
      checks.add(check(null, "(" + String.join(") and (", anonymous) + ")"));
    }
    return checks;
  }

  private static Check check(CheckConstraint check) {
    String name = check.getName();
    return check(
        name == null || name.isBlank() ? null : Names.rendered(name), check.getConstraint());
  }

  private static Check check(@Nullable Identifier name, String sql) {
    return new Check(name, new CheckCondition.Sql(SqlExpression.of(sql)));
  }

  private void addUniqueKeys(
      org.hibernate.mapping.Table table,
      IndexReader indexReader,
      List<Constraint> uniques,
      List<Index> indexes) {
    for (UniqueKey key : table.getUniqueKeys().values()) {
      List<Column> resolved = indexReader.resolved(key.getName(), key.getColumns());
      boolean said = resolved.size() == 1 && resolved.get(0).isUnique();
      if (resolved.isEmpty() || said) {
        continue;
      }
      if (key.getColumnOrderMap().containsValue("desc")) {
        // No database has a constraint with an order; Hibernate's statement would fail.
        indexes.add(indexReader.uniqueIndex(key));
      } else {
        uniques.add(indexReader.unique(key, resolved));
      }
    }
  }

  /**
   * Notes the first row of a counter. Hibernate adds the rows of a {@code @TableGenerator} itself
   * where they are missing, but not the one row of a table that stands for a sequence.
   */
  private void noteRows(org.hibernate.mapping.Table table, QualifiedName name) {
    if (table.getColumnSpan() > 1) {
      return;
    }
    var context =
        org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl.fromExplicit(
            metadata.getDatabase().getJdbcEnvironment(), metadata.getDatabase(), null, null);
    for (var command : table.getInitCommands(context)) {
      for (String statement : NewerMembers.statements(command)) {
        notes.add(
            "rows of "
                + name
                + ": Hibernate's schema export would run "
                + statement
                + ", which a revision has to do where it is needed");
      }
    }
  }
}
