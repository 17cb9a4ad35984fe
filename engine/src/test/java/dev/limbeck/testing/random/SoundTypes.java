package dev.limbeck.testing.random;

import dev.limbeck.model.ArrayType;
import dev.limbeck.model.Check;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Domain;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import java.util.ArrayList;
import java.util.List;

/** What is sound about the types of a schema, and what stands on their labels. */
final class SoundTypes {
  private SoundTypes() {}

  /** Of two checks that demand the same, the second is skipped when it is added. */
  static Domain domain(Domain domain) {
    List<Check> checks = new ArrayList<>();
    for (Check check : domain.checks()) {
      if (checks.stream().noneMatch(each -> Sound.isSame(each, check))) {
        checks.add(check);
      }
    }
    return domain.withChecks(checks);
  }

  /** True where the default is one of the labels. */
  static boolean isOf(EnumType type, Column column) {
    SqlExpression value = column.defaultValue();
    return value == null
        || column.type() instanceof ArrayType
        || type.labels().stream().map(Sql::text).anyMatch(value.text()::equals);
  }

  /** True for a check on the labels of the type. */
  static boolean isOnLabels(Table table, SqlExpression free, QualifiedName type) {
    Column column = table.column(Sound.namedInOrder(free.text()).get(0));
    return free.text().contains("<>")
        && column != null
        && column.type().equals(new NamedType(type));
  }

  /** True for a check on labels that there are. */
  static boolean isOnLabels(DatabaseModel model, Table table, SqlExpression free) {
    return model.enumTypes().stream()
        .anyMatch(
            type ->
                isOnLabels(table, free, type.name())
                    && type.labels().stream().anyMatch(l -> free.text().endsWith(Sql.text(l))));
  }
}
