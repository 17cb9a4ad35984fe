package dev.limbeck.dialect.postgresql;

import static java.util.Objects.requireNonNull;

import dev.limbeck.dialect.Remap;
import dev.limbeck.model.Check;
import dev.limbeck.model.Column;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Table;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TableAlteration.AddIndex;
import dev.limbeck.operation.TableAlteration.AlterCheck;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import dev.limbeck.operation.TableAlteration.AlterComment;
import dev.limbeck.operation.TableAlteration.DropColumn;
import dev.limbeck.operation.TableAlteration.DropConstraint;
import dev.limbeck.operation.TableAlteration.DropIndex;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import dev.limbeck.operation.TableAlteration.RenameConstraint;
import dev.limbeck.operation.TableAlteration.RenameIndex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements of one alteration of a table, given the table before and after it. */
final class PostgresAlterations implements TableAlteration.Visitor<List<String>> {
  private final PostgresRenderer sql;
  private final PostgresTypes types;
  private final Table from;
  private final Table to;

  PostgresAlterations(PostgresRenderer sql, PostgresTypes types, Table from, Table to) {
    this.sql = sql;
    this.types = types;
    this.from = from;
    this.to = to;
  }

  @Override
  public List<String> addColumn(AddColumn alteration) {
    Column column = alteration.column();
    List<String> statements = new ArrayList<>();
    if (alteration.fill() == null) {
      statements.add(alter("ADD COLUMN " + sql.columnDefinition(to, column)));
    } else {
      statements.add(alter("ADD COLUMN " + sql.columnDefinition(to, column.withNullable(true))));
      statements.add(update(column.name(), sql.expression(alteration.fill())));
      if (!column.nullable()) {
        statements.add(alter("ALTER COLUMN " + sql.name(column.name()) + " SET NOT NULL"));
      }
    }
    if (column.comment() != null) {
      statements.add(PostgresStatements.commentOnColumn(sql, to, column));
    }
    return statements;
  }

  @Override
  public List<String> dropColumn(DropColumn alteration) {
    return List.of(alter("DROP COLUMN " + sql.name(alteration.name())));
  }

  @Override
  public List<String> renameColumn(RenameColumn alteration) {
    return List.of(
        alter("RENAME COLUMN " + sql.name(alteration.from()) + " TO " + sql.name(alteration.to())));
  }

  @Override
  public List<String> alterColumn(AlterColumn change) {
    SerialChange serial = SerialChange.of(sql, types, to, change);
    if (serial == null) {
      return new PostgresColumnChange(sql, types, from, to, change).statements();
    }
    List<String> statements = new ArrayList<>(serial.before());
    AlterColumn plain = serial.plain(change);
    if (!plain.isEmpty()) {
      statements.addAll(
          new PostgresColumnChange(sql, types, serial.plain(from), serial.plain(to), plain)
              .statements());
    }
    statements.addAll(serial.after());
    return statements;
  }

  @Override
  public List<String> addConstraint(AddConstraint alteration) {
    return List.of(alter("ADD " + sql.constraintDefinition(alteration.constraint())));
  }

  @Override
  public List<String> dropConstraint(DropConstraint alteration) {
    return List.of(alter("DROP CONSTRAINT " + sql.name(resolved(alteration.name()))));
  }

  @Override
  public List<String> renameConstraint(RenameConstraint alteration) {
    return List.of(
        alter(
            "RENAME CONSTRAINT "
                + sql.name(alteration.from())
                + " TO "
                + sql.name(alteration.to())));
  }

  @Override
  public List<String> alterCheck(AlterCheck alteration) {
    String drop = "DROP CONSTRAINT " + sql.name(resolved(alteration.name()));
    Check after = new Check(alteration.name(), alteration.to());
    String add = "ADD " + sql.constraintDefinition(after);
    if (alteration.remaps().isEmpty()) {
      return List.of(alter(drop + ", " + add));
    }
    List<String> statements = new ArrayList<>();
    statements.add(alter(drop));
    statements.add(Remap.of(sql, alteration).update(from.name(), alteration.to().columns().get(0)));
    statements.add(alter(add));
    return statements;
  }

  @Override
  public List<String> addIndex(AddIndex alteration) {
    return List.of(sql.createIndex(from.name(), alteration.index(), alteration.concurrently()));
  }

  @Override
  public List<String> dropIndex(DropIndex alteration) {
    return List.of(
        sql.dropIndex(from.name(), resolved(alteration.name()), alteration.concurrently()));
  }

  @Override
  public List<String> renameIndex(RenameIndex alteration) {
    return List.of(
        "ALTER INDEX "
            + sql.name(from.name().withName(alteration.from()))
            + " RENAME TO "
            + sql.name(alteration.to()));
  }

  @Override
  public List<String> alterComment(AlterComment alteration) {
    return List.of(PostgresStatements.commentOnTable(sql, from, alteration.comment().to()));
  }

  private static Identifier resolved(@Nullable Identifier name) {
    return requireNonNull(name, "drops are resolved by now");
  }

  private String alter(String action) {
    return "ALTER TABLE " + sql.name(from.name()) + " " + action;
  }

  private String update(Identifier column, String value) {
    return "UPDATE " + sql.name(from.name()) + " SET " + sql.name(column) + " = " + value;
  }
}
