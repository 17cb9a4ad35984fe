package dev.limbeck.dialect.postgresql;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes a column a {@code serial}, or one no more: the type itself cannot be given to a column
 * that is there, so its sequence and its default are made, or taken away, one by one.
 *
 * @param sql writes SQL
 * @param table the table
 * @param column the column after the change
 * @param from what the column is a serial of, or null where it is none
 * @param to what the column becomes a serial of, or null where it becomes none
 */
record SerialChange(
    PostgresRenderer sql,
    Table table,
    Column column,
    @Nullable PostgresSerial from,
    @Nullable PostgresSerial to) {

  /** The change; null where no serial has part in it. */
  static @Nullable SerialChange of(
      PostgresRenderer sql, PostgresTypes types, Table table, AlterColumn change) {
    Changed<ColumnType> type = change.type();
    if (type == null) {
      return null;
    }
    PostgresSerial from = PostgresSerial.of(types.render(requireNonNull(type.from(), "from")));
    PostgresSerial to = PostgresSerial.of(types.render(requireNonNull(type.to(), "to")));
    Column column = requireNonNull(table.column(change.name()), "the column stays there");
    return from == null && to == null ? null : new SerialChange(sql, table, column, from, to);
  }

  /** What goes before the type changes. */
  List<String> before() {
    return from == null
        ? List.of()
        : List.of(
            alter("DROP DEFAULT"),
            new OwnSequence(
                    sql, sql.name(table.name()), sql.name(column.name()), column.name().key())
                .drop());
  }

  /** What is left of the change: that of whole numbers. */
  AlterColumn plain(AlterColumn change) {
    Changed<ColumnType> type = requireNonNull(change.type(), "type");
    return new AlterColumn(
        change.name(),
        Changed.between(
            from == null ? type.from() : from.type(), to == null ? type.to() : to.type()),
        change.nullable(),
        change.defaultValue(),
        change.generation(),
        change.comment(),
        change.collation(),
        change.using(),
        change.fill());
  }

  /** The table with the plain type and without the default that a serial has. */
  Table plain(Table any) {
    List<Column> columns = new ArrayList<>();
    for (Column each : any.columns()) {
      Column plain = each;
      if (each.name().equals(column.name())) {
        PostgresSerial serial = PostgresSerial.of(sql.type(each.type()));
        plain = serial == null ? each : each.withType(serial.type());
        boolean implied =
            plain.defaultValue() != null
                && plain
                    .defaultValue()
                    .equals(
                        requireNonNull(from == null ? to : from)
                            .defaultValue(table.name(), column.name()));
        plain = implied ? plain.withDefault(null) : plain;
      }
      columns.add(plain);
    }
    return any.withColumns(columns);
  }

  /** What comes after the type has changed. */
  List<String> after() {
    if (to == null) {
      return List.of();
    }
    String sequence = PostgresSerial.sequence(table.name(), column.name());
    String name = sql.name(column.name());
    return List.of(
        "CREATE SEQUENCE IF NOT EXISTS " + sequence + " AS " + sql.type(to.type()),
        "ALTER SEQUENCE " + sequence + " OWNED BY " + sql.name(table.name()) + "." + name,
        "SELECT setval("
            + sql.literal(sequence)
            + ", greatest(1, max("
            + name
            + ") + 1), false) FROM "
            + sql.name(table.name()),
        alter("SET DEFAULT " + sql.expression(to.defaultValue(table.name(), column.name()))),
        "UPDATE "
            + sql.name(table.name())
            + " SET "
            + name
            + " = DEFAULT WHERE "
            + name
            + " IS NULL",
        alter("SET NOT NULL"));
  }

  private String alter(String action) {
    return "ALTER TABLE "
        + sql.name(table.name())
        + " ALTER COLUMN "
        + sql.name(column.name())
        + " "
        + action;
  }
}
