package dev.limbeck.dialect.postgresql;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Index;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.SqlValue;
import dev.limbeck.model.Table;
import dev.limbeck.operation.EnumReferences;
import dev.limbeck.operation.InsertRows;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.RunJava;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TableAlteration.AddIndex;
import dev.limbeck.operation.TableAlteration.AlterCheck;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds operations that use a label which was added before them in the same transaction.
 *
 * <p>PostgreSQL refuses that of a label added to a type as it stands, but not of a new type: there
 * the type is made anew. Of Java code nobody knows what it uses.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">ALTER TYPE</a>
 */
final class NewLabelUse {
  private final List<String> labels;

  private NewLabelUse(List<String> labels) {
    this.labels = labels;
  }

  /**
   * The operations, the types made anew where that is needed.
   *
   * @param behind what comes after them in the same transaction
   */
  static List<Operation> withRebuilds(List<Operation> operations, List<Operation> behind) {
    List<Operation> rewritten = new ArrayList<>();
    for (int i = 0; i < operations.size(); i++) {
      Operation operation = operations.get(i);
      if (operation instanceof AlterEnumType alter
          && !alter.rebuild()
          && !alter.change().added().isEmpty()) {
        NewLabelUse use = new NewLabelUse(alter.change().added());
        boolean used =
            Stream.concat(operations.subList(i + 1, operations.size()).stream(), behind.stream())
                .anyMatch(use::isUsed);
        rewritten.add(
            used
                ? new AlterEnumType(
                    alter.name(), alter.labels(), alter.remaps(), alter.columns(), true)
                : alter);
      } else {
        rewritten.add(operation);
      }
    }
    return List.copyOf(rewritten);
  }

  private boolean isUsed(Operation operation) {
    if (operation instanceof RunJava) {
      return true;
    }
    if (operation instanceof ExecuteSql execute) {
      return EnumReferences.mentions(execute.sql(), labels) || isAmong(execute.parameters());
    }
    if (operation instanceof InsertRows insert) {
      return insert.rows().stream().anyMatch(this::isAmong);
    }
    if (operation instanceof CreateTable create) {
      return isUsed(create.table());
    }
    return operation instanceof AlterTable alter
        && alter.alterations().stream().anyMatch(this::isUsed);
  }

  private boolean isAmong(List<SqlValue> values) {
    return values.stream().map(SqlValue::text).anyMatch(labels::contains);
  }

  private boolean isUsed(Table table) {
    return table.columns().stream().anyMatch(this::isUsed)
        || table.constraints().stream().anyMatch(this::isUsed)
        || table.indexes().stream().anyMatch(this::isUsed);
  }

  private boolean isUsed(TableAlteration alteration) {
    if (alteration instanceof AddColumn add) {
      return isUsed(add.column()) || isUsed(add.fill());
    }
    if (alteration instanceof AlterColumn alter) {
      return isUsed(alter.fill())
          || isUsed(alter.using())
          || alter.defaultValue() != null && isUsed(alter.defaultValue().to())
          || alter.generation() != null && isUsed(alter.generation().to());
    }
    if (alteration instanceof AddConstraint add) {
      return isUsed(add.constraint());
    }
    if (alteration instanceof AlterCheck alter) {
      return isUsed(alter.to());
    }
    return alteration instanceof AddIndex add && isUsed(add.index());
  }

  private boolean isUsed(Column column) {
    return isUsed(column.defaultValue()) || isUsed(column.generation());
  }

  private boolean isUsed(@Nullable Generation generation) {
    return generation instanceof Generation.Computed computed && isUsed(computed.expression());
  }

  private boolean isUsed(Constraint constraint) {
    return constraint instanceof Check check && isUsed(check.condition());
  }

  private boolean isUsed(CheckCondition condition) {
    return condition instanceof CheckCondition.OneOf list
            && list.values().stream().anyMatch(labels::contains)
        || condition instanceof CheckCondition.Sql free && isUsed(free.expression());
  }

  private boolean isUsed(Index index) {
    return isUsed(index.where())
        || index.parts().stream().anyMatch(part -> isUsed(part.expression()));
  }

  private boolean isUsed(@Nullable SqlExpression expression) {
    return expression != null
        && EnumReferences.mentions(expression.forDialect(PostgresDialect.NAME), labels);
  }
}
