package dev.limbeck.testing.random;

import static dev.limbeck.testing.random.Verdict.DONE;
import static dev.limbeck.testing.random.Verdict.REFUSED;
import static dev.limbeck.testing.random.Verdict.UNCLEAR;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Domain;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Whether rows meet what a schema demands of them, worked out without a database. */
final class Demands {
  private final boolean hasDomains;
  private final DatabaseModel model;
  private final Rows rows;

  private Demands(String dialect, DatabaseModel model, Rows rows) {
    this.hasDomains = dialect.equals("postgresql");
    this.model = model;
    this.rows = rows;
  }

  static Verdict verdict(String dialect, DatabaseModel model, Rows rows) {
    Demands demands = new Demands(dialect, model, rows);
    Verdict verdict = DONE;
    for (Table table : model.tables()) {
      if (rows.count(table.name()) > 0) {
        verdict = verdict.and(demands.verdict(table));
      }
    }
    return verdict;
  }

  private Verdict verdict(Table table) {
    Verdict verdict = DONE;
    for (Column column : table.columns()) {
      if (!column.nullable() && !(column.generation() instanceof Generation.Computed)) {
        verdict = verdict.and(required(table, column.name()));
      }
      Domain domain =
          hasDomains && column.type() instanceof NamedType named
              ? model.domain(named.name())
              : null;
      if (domain != null) {
        verdict = verdict.and(verdict(table, column.name(), domain));
      }
    }
    for (Constraint constraint : table.constraints()) {
      verdict = verdict.and(verdict(table, constraint));
    }
    for (Index index : table.indexes()) {
      if (index.unique()) {
        verdict = verdict.and(verdict(table, index));
      }
    }
    return verdict;
  }

  private Verdict required(Table table, Identifier column) {
    Verdict verdict = DONE;
    for (Map<Identifier, Cell> row : rows.of(table.name())) {
      Cell cell = cell(row, column);
      verdict = verdict.and(cell.isNull() ? REFUSED : cell.mayBeNull() ? UNCLEAR : DONE);
    }
    return verdict;
  }

  private Verdict verdict(Table table, Identifier column, Domain domain) {
    Verdict verdict = domain.nullable() ? DONE : required(table, column);
    for (Map<Identifier, Cell> row : rows.of(table.name())) {
      Cell cell = cell(row, column);
      for (Check check : domain.checks()) {
        verdict =
            verdict.and(
                !cell.known()
                    ? UNCLEAR
                    : cell.value() == null || Domains.holds(check, cell.value()) ? DONE : REFUSED);
      }
    }
    return verdict;
  }

  private static Cell cell(Map<Identifier, Cell> row, Identifier column) {
    return row.getOrDefault(column, Cell.UNKNOWN);
  }

  private Verdict verdict(Table table, Constraint constraint) {
    if (constraint instanceof PrimaryKey) {
      Verdict verdict = distinct(table, constraint.columns(), true);
      for (Identifier column : constraint.columns()) {
        verdict = verdict.and(required(table, column));
      }
      return verdict;
    }
    if (constraint instanceof Unique unique) {
      return distinct(table, unique.columns(), unique.nullsNotDistinct());
    }
    return constraint instanceof ForeignKey key
        ? referred(table, key)
        : checked(table, ((Check) constraint).condition());
  }

  private Verdict verdict(Table table, Index index) {
    boolean plain = index.where() == null && index.columns().size() == index.parts().size();
    Verdict verdict = distinct(table, index.columns(), index.nullsNotDistinct());
    return plain || verdict == DONE ? verdict : UNCLEAR;
  }

  private Verdict distinct(Table table, List<Identifier> columns, boolean nullsToo) {
    Set<List<String>> seen = new HashSet<>();
    Verdict verdict = DONE;
    for (Map<Identifier, Cell> row : rows.of(table.name())) {
      List<Cell> cells = columns.stream().map(column -> cell(row, column)).toList();
      if (cells.stream().anyMatch(cell -> !cell.known())) {
        verdict = verdict.and(rows.count(table.name()) > 1 ? UNCLEAR : DONE);
      } else if (nullsToo || cells.stream().noneMatch(Cell::isNull)) {
        boolean added = seen.add(cells.stream().map(cell -> "" + cell.value()).toList());
        verdict = verdict.and(added ? DONE : REFUSED);
      }
    }
    return verdict;
  }

  private Verdict referred(Table table, ForeignKey key) {
    Table target = Objects.requireNonNull(model.table(key.target()));
    Verdict verdict = DONE;
    for (Map<Identifier, Cell> row : rows.of(table.name())) {
      List<Cell> cells = key.columns().stream().map(column -> cell(row, column)).toList();
      if (cells.stream().anyMatch(Cell::isNull)) {
        continue;
      }
      verdict = verdict.and(among(cells, target, key.targetColumns()));
    }
    return verdict;
  }

  private Verdict among(List<Cell> cells, Table target, List<Identifier> columns) {
    boolean unclear = cells.stream().anyMatch(cell -> !cell.known());
    for (Map<Identifier, Cell> row : rows.of(target.name())) {
      List<Cell> referred = new ArrayList<>();
      columns.forEach(column -> referred.add(cell(row, column)));
      if (!unclear && referred.equals(cells)) {
        return DONE;
      }
      unclear |= referred.stream().anyMatch(cell -> !cell.known());
    }
    return unclear && rows.count(target.name()) > 0 ? UNCLEAR : REFUSED;
  }

  /** Checks in SQL are such that every row that is made meets them. */
  private Verdict checked(Table table, CheckCondition condition) {
    Verdict verdict = DONE;
    for (Map<Identifier, Cell> row : rows.of(table.name())) {
      for (Identifier column : condition.columns()) {
        Cell cell = cell(row, column);
        verdict =
            verdict.and(
                !cell.known()
                    ? UNCLEAR
                    : cell.value() == null || holds(condition, cell.value()) ? DONE : REFUSED);
      }
    }
    return verdict;
  }

  private static boolean holds(CheckCondition condition, String value) {
    if (condition instanceof CheckCondition.OneOf texts) {
      return texts.values().contains(value);
    }
    BigDecimal number = new BigDecimal(value);
    if (condition instanceof CheckCondition.OneOfNumbers numbers) {
      return numbers.values().stream()
          .anyMatch(each -> BigDecimal.valueOf(each).compareTo(number) == 0);
    }
    if (condition instanceof CheckCondition.Between range) {
      return BigDecimal.valueOf(range.least()).compareTo(number) <= 0
          && BigDecimal.valueOf(range.most()).compareTo(number) >= 0;
    }
    return !(condition instanceof CheckCondition.AtLeast bound)
        || BigDecimal.valueOf(bound.least()).compareTo(number) <= 0;
  }
}
