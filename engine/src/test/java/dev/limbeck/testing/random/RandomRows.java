package dev.limbeck.testing.random;

import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fills a schema with rows that it takes, and mostly its successor as well. */
public final class RandomRows {
  private static final int ATTEMPTS = 6;

  private final String dialect;
  private final Dice dice;
  private final DatabaseModel before;
  private final DatabaseModel after;
  private final Lineage lineage;
  private final boolean fitting;

  private RandomRows(String dialect, Succession models) {
    this.dialect = dialect;
    this.dice = new Dice(~models.seed());
    this.before = models.before();
    this.after = models.after();
    this.lineage = models.lineage();
    this.fitting = dice.percent(85);
  }

  /** Rows for the schema before. */
  public static Rows of(String dialect, Succession models) {
    return new RandomRows(dialect, models).rows();
  }

  /** The statements that put the rows into the database. */
  public static List<String> inserts(String dialect, DatabaseModel model, Rows rows) {
    List<String> statements = new ArrayList<>();
    rows.byTable()
        .forEach(
            (name, list) ->
                statements.add(insert(dialect, Objects.requireNonNull(model.table(name)), list)));
    return statements;
  }

  private static String insert(String dialect, Table table, List<Map<Identifier, Cell>> rows) {
    boolean postgres = dialect.equals("postgresql");
    List<Column> columns = written(table);
    return "INSERT INTO "
        + (postgres && table.name().schema() != null ? Sql.name(table.name().schema()) + "." : "")
        + Sql.name(table.name().name())
        + columns.stream().map(c -> Sql.name(c.name())).collect(Collectors.joining(", ", " (", ")"))
        + (postgres ? " OVERRIDING SYSTEM VALUE" : "")
        + " VALUES "
        + rows.stream()
            .map(
                row ->
                    columns.stream()
                        .map(column -> literal(dialect, column, row.get(column.name())))
                        .collect(Collectors.joining(", ", "(", ")")))
            .collect(Collectors.joining(", "));
  }

  private static String literal(String dialect, Column column, @Nullable Cell cell) {
    return cell == null || cell.value() == null
        ? "NULL"
        : Values.literal(column.type(), dialect, cell.value());
  }

  /** The columns that an insert gives values to. */
  static List<Column> written(Table table) {
    return table.columns().stream()
        .filter(column -> !(column.generation() instanceof Generation.Computed))
        .toList();
  }

  private Rows rows() {
    Rows rows = Rows.none();
    for (Table table : inOrder()) {
      int wanted = dice.one(6) ? 0 : dice.between(1, 3);
      for (int i = 0; i < ATTEMPTS && rows.count(table.name()) < wanted; i++) {
        Rows more = rows.with(table.name(), candidate(table, rows));
        if (fits(more)) {
          rows = more;
        }
      }
    }
    return rows;
  }

  private boolean fits(Rows rows) {
    return Demands.verdict(dialect, before, rows) == Verdict.DONE
        && (!fitting
            || Foresight.of(dialect, before, after, lineage, rows, List.of()).verdict()
                == Verdict.DONE);
  }

  /** Tables that others refer to first, as far as there is no circle. */
  private List<Table> inOrder() {
    List<Table> waiting = new ArrayList<>(before.tables());
    List<Table> ordered = new ArrayList<>();
    while (!waiting.isEmpty()) {
      List<QualifiedName> names = waiting.stream().map(Table::name).toList();
      Table next =
          waiting.stream()
              .filter(
                  table ->
                      table.foreignKeys().stream()
                          .map(ForeignKey::target)
                          .noneMatch(to -> !to.equals(table.name()) && names.contains(to)))
              .findFirst()
              .orElse(waiting.get(0));
      waiting.remove(next);
      ordered.add(next);
    }
    return ordered;
  }

  private Map<Identifier, Cell> candidate(Table table, Rows rows) {
    Map<Identifier, Cell> row = new LinkedHashMap<>();
    int number = rows.count(table.name());
    for (Column column : written(table)) {
      List<String> values = values(table, column);
      boolean nullable = column.nullable() && (dice.one(4) || values.isEmpty());
      row.put(
          column.name(),
          nullable || values.isEmpty()
              ? Cell.NULL
              : Cell.of(
                  isKeyed(table, column.name())
                      ? values.get(number % values.size())
                      : dice.of(values)));
    }
    for (ForeignKey key : table.foreignKeys()) {
      refer(table, key, row, rows);
    }
    return row;
  }

  private List<String> values(Table table, Column column) {
    QualifiedName laterTable = lineage.after(table.name());
    Identifier laterName = lineage.after(table.name(), column.name());
    Table later = laterTable == null ? null : after.table(laterTable);
    Column laterColumn = later == null || laterName == null ? null : later.column(laterName);
    ColumnType type = column.type();
    if (laterColumn != null
        && !laterColumn.type().equals(lineage.types().after(type))
        && !(laterColumn.generation() instanceof Generation.Computed)) {
      List<String> common = Values.common(type, laterColumn.type());
      return common == null ? (fitting ? List.of() : Values.of(type, before)) : common;
    }
    return Values.of(type, before);
  }

  private boolean isKeyed(Table table, Identifier column) {
    QualifiedName laterTable = lineage.after(table.name());
    Identifier laterName = lineage.after(table.name(), column);
    Table later = laterTable == null ? null : after.table(laterTable);
    return isKey(table, column) || later != null && laterName != null && isKey(later, laterName);
  }

  private static boolean isKey(Table table, Identifier column) {
    Stream<List<Identifier>> keys =
        table.constraints().stream()
            .filter(each -> each instanceof PrimaryKey || each instanceof Unique)
            .map(Constraint::columns);
    Stream<List<Identifier>> indexes =
        table.indexes().stream().filter(index -> index.unique()).map(index -> index.columns());
    return Stream.concat(keys, indexes).anyMatch(columns -> columns.contains(column));
  }

  /** Lets the row refer to one that is there, or to itself, or to none. */
  private void refer(Table table, ForeignKey key, Map<Identifier, Cell> row, Rows rows) {
    List<Map<Identifier, Cell>> targets = new ArrayList<>(rows.of(key.target()));
    if (key.target().equals(table.name())) {
      targets.add(row);
    }
    List<Identifier> nullable =
        key.columns().stream()
            .filter(name -> Objects.requireNonNull(table.column(name)).nullable())
            .toList();
    if (targets.isEmpty() || !nullable.isEmpty() && dice.one(4)) {
      nullable.forEach(name -> row.put(name, Cell.NULL));
      return;
    }
    Map<Identifier, Cell> target = dice.of(targets);
    for (int i = 0; i < key.columns().size(); i++) {
      row.put(key.columns().get(i), target.getOrDefault(key.targetColumns().get(i), Cell.NULL));
    }
  }
}
