package dev.limbeck.runtime;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.IdentifierRules;
import dev.limbeck.dialect.RowRules;
import dev.limbeck.migration.SourceLine;
import dev.limbeck.model.Check;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.DropTable;
import dev.limbeck.operation.Operation.RenameTable;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TableAlteration.AddIndex;
import dev.limbeck.operation.TableAlteration.AlterCheck;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import dev.limbeck.operation.TableAlteration.DropColumn;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import dev.limbeck.operation.TypeOperation.AlterDomain;
import dev.limbeck.runtime.RowQuestion.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which questions operations put to the rows that are there before the first of them. Follows what
 * the operations do to names and values, and asks nothing where it cannot follow: the database has
 * the last word anyway.
 */
final class RowQuestions {
  private final RowRules rules;
  private final IdentifierRules identifiers;
  private final int majorVersion;
  private final DatabaseModel before;
  private final Map<QualifiedName, TableRows> tables = new HashMap<>();
  private final List<RowQuestion> questions = new ArrayList<>();
  private final List<ChangedCheck> checks = new ArrayList<>();
  private @Nullable SourceLine line;

  /** A check that allows less, with what its table and column are called now. */
  record ChangedCheck(
      @Nullable SourceLine line, AlterCheck change, QualifiedName table, Identifier column) {}

  /**
   * @param before the schema before the first operation
   */
  RowQuestions(Dialect dialect, int majorVersion, DatabaseModel before) {
    this.rules = dialect.rows();
    this.identifiers = dialect.identifiers();
    this.majorVersion = majorVersion;
    this.before = before;
  }

  /** True where an operation could put a question. */
  static boolean mayAsk(Operation operation) {
    return operation instanceof AlterDomain
        || operation instanceof AlterTable alter
            && alter.alterations().stream()
                .anyMatch(
                    alteration ->
                        alteration instanceof AddColumn
                            || alteration instanceof AlterColumn
                            || alteration instanceof AddConstraint
                            || alteration instanceof AlterCheck
                            || alteration instanceof AddIndex add && add.index().unique());
  }

  /** The questions so far, in the order of the operations. */
  List<RowQuestion> all() {
    return List.copyOf(questions);
  }

  /** The checks that allow less so far, in the order of the operations. */
  List<ChangedCheck> checks() {
    return List.copyOf(checks);
  }

  /** Takes in the next operation, which fits the schema as the ones before it leave it. */
  void add(Operation operation, @Nullable SourceLine where) {
    line = where;
    if (operation instanceof CreateTable create) {
      tables.put(create.table().name(), TableRows.none());
    } else if (operation instanceof DropTable drop) {
      tables.remove(drop.name());
    } else if (operation instanceof RenameTable rename) {
      TableRows rows = rows(rename.from());
      tables.remove(rename.from());
      if (rows != null) {
        tables.put(rename.to(), rows);
      }
    } else if (operation instanceof AlterTable alter) {
      TableRows rows = rows(alter.table());
      if (rows != null && rows.now() != null) {
        alter.alterations().forEach(alteration -> alter(alter.table(), rows, alteration));
      }
    } else if (operation instanceof AlterDomain alter) {
      questions.addAll(
          new DomainQuestions(rules, majorVersion, alter, where).all(before, this::rows));
    }
  }

  /** The rows of a table at this point; null where it is not there. */
  @Nullable TableRows rows(QualifiedName table) {
    TableRows known = tables.get(table);
    if (known == null) {
      Table found = before.table(table);
      known = found == null ? null : TableRows.of(found, identifiers);
      if (known != null) {
        tables.put(table, known);
      }
    }
    return known;
  }

  private void alter(QualifiedName table, TableRows rows, TableAlteration alteration) {
    if (alteration instanceof AddColumn add) {
      added(table, rows, add);
    } else if (alteration instanceof DropColumn drop) {
      rows.value(drop.name(), null);
    } else if (alteration instanceof RenameColumn rename) {
      rows.rename(rename.from(), rename.to());
    } else if (alteration instanceof AlterColumn change) {
      altered(table, rows, change);
    } else if (alteration instanceof AddConstraint add) {
      constrained(table, rows, add.constraint());
    } else if (alteration instanceof AlterCheck change && !change.to().columns().isEmpty()) {
      Identifier column = rows.nameNow(change.to().columns().get(0));
      if (column != null) {
        checks.add(new ChangedCheck(line, change, requireNonNull(rows.now(), "now"), column));
      }
    } else if (alteration instanceof AddIndex add && add.index().unique()) {
      indexed(table, rows, add.index());
    }
  }

  private void added(QualifiedName table, TableRows rows, AddColumn add) {
    Column column = add.column();
    SqlExpression value =
        add.fill() == null ? DomainQuestions.defaultOf(column, before) : add.fill();
    if (column.generation() != null) {
      rows.value(column.name(), null);
      return;
    }
    if (value == null && !column.nullable()) {
      ask(
          rows,
          "adds the column " + table + "." + column.name() + ", which takes no null",
          "1 = 1",
          new Finding("would have no value in it", "would have no value in it"),
          "Say what they get: .fill(\"…\") after the column, or a defaultValue.");
      // It was said once that it has no value: nothing more can be told of it.
      rows.value(column.name(), null);
      return;
    }
    rows.value(column.name(), value == null ? "NULL" : "(" + rules.expression(value) + ")");
  }

  private void altered(QualifiedName table, TableRows rows, AlterColumn change) {
    String place = table + "." + change.name();
    String value = rows.value(change.name());
    if (change.generation() != null) {
      if (change.generation().to() instanceof Generation.Identity && change.fill() == null) {
        forbidden(rows, place, value, change);
      }
      rows.value(change.name(), null);
      return;
    }
    if (change.using() != null) {
      value = "(" + rules.expression(change.using()) + ")";
    } else if (value != null && change.type() != null) {
      converted(rows, place, value, change);
    }
    if (change.fill() == null) {
      forbidden(rows, place, value, change);
    } else if (value != null) {
      value = "coalesce(" + value + ", " + rules.expression(change.fill()) + ")";
    }
    if (change.using() != null || change.fill() != null) {
      rows.value(change.name(), value);
    }
    if (value != null && change.type() != null) {
      rows.convert(
          change.name(), change.using() == null ? convertedFrom(value, change.type()) : value);
    }
  }

  private void forbidden(TableRows rows, String place, @Nullable String value, AlterColumn change) {
    if (value != null
        && change.nullable() != null
        && Boolean.FALSE.equals(change.nullable().to())) {
      ask(
          rows,
          "forbids null in " + place,
          value + " IS NULL",
          new Finding("has null in it", "have null in it"),
          "Say what they get: .fill(\"…\") after the change, or an execute before it.");
    }
  }

  /** The value as one of the new type; null where it is none, which is asked for itself. */
  private String convertedFrom(String value, Changed<ColumnType> change) {
    ColumnType from = requireNonNull(change.from(), "from");
    ColumnType to = requireNonNull(change.to(), "to");
    String refused = rules.refused(value, from, to, majorVersion);
    String converted = rules.converted(value, from, to);
    return refused == null
        ? converted
        : "CASE WHEN NOT (" + refused + ") THEN " + converted + " END";
  }

  private void converted(TableRows rows, String place, String value, AlterColumn change) {
    var from = requireNonNull(requireNonNull(change.type(), "type").from(), "from");
    var to = requireNonNull(change.type().to(), "to");
    String what = "changes " + place + " from " + from + " to " + to;
    String refused = rules.refused(value, from, to, majorVersion);
    if (refused != null) {
      ask(
          rows,
          what,
          value + " IS NOT NULL AND (" + refused + ")",
          new Finding("has a value that is none of " + to, "have values that are none of " + to),
          "Say what becomes of them: .using(\"…\") after the change, or an execute before it.");
    }
    String shortened = rules.shortened(value, from, to);
    if (shortened != null) {
      ask(
          rows,
          what,
          shortened,
          new Finding("has a value that loses digits", "have values that lose digits"),
          null);
    }
  }

  private void constrained(QualifiedName table, TableRows rows, Constraint constraint) {
    constraint.accept(
        new Constraint.Visitor<@Nullable Void>() {
          @Override
          public @Nullable Void primaryKey(PrimaryKey key) {
            List<String> values = rows.held(key.columns());
            if (!values.isEmpty()) {
              ask(
                  rows,
                  "makes a primary key of " + table + places(key.columns()),
                  values.stream().map(value -> value + " IS NULL").collect(joining(" OR ")),
                  new Finding("has null in it", "have null in it"),
                  key.columns().stream().allMatch(column -> rows.nameNow(column) != null)
                      ? "Say what they get in an execute before it."
                      : "Say what they get: .fill(\"…\") after the column, or an execute before"
                          + " it.");
              twice(rows, "makes a primary key of " + table + places(key.columns()), values, null);
            }
            return null;
          }

          @Override
          public @Nullable Void unique(Unique unique) {
            twice(
                rows,
                "makes " + table + places(unique.columns()) + " unique",
                rows.held(unique.columns()),
                null);
            return null;
          }

          @Override
          public @Nullable Void foreignKey(ForeignKey key) {
            RowQuestion question =
                new ReferenceQuestions(identifiers, line).of(table, rows, rows(key.target()), key);
            if (question != null) {
              questions.add(question);
            }
            return null;
          }

          @Override
          public @Nullable Void check(Check check) {
            checked(table, rows, check);
            return null;
          }
        });
  }

  private void indexed(QualifiedName table, TableRows rows, Index index) {
    List<String> values = new ArrayList<>();
    for (IndexPart part : index.parts()) {
      String value =
          part.column() != null
              ? rows.held(part.column())
              : rows.asItIs() ? rules.expression(requireNonNull(part.expression())) : null;
      if (value == null) {
        return;
      }
      values.add(value);
    }
    if (index.where() == null || rows.asItIs()) {
      twice(
          rows,
          "makes " + table + places(index.columns()) + " unique",
          values,
          index.where() == null ? null : rules.expression(index.where()));
    }
  }

  /** Asks for rows that share their values with others; rows with nulls share nothing. */
  private void twice(TableRows rows, String change, List<String> values, @Nullable String where) {
    if (values.isEmpty()) {
      return;
    }
    String shared =
        SharedValues.condition(
            identifiers.render(requireNonNull(rows.now(), "now")), values, where);
    ask(
        rows,
        change,
        shared,
        new Finding("shares its values with another", "share their values with others"),
        "Tell them apart, or delete what is there twice, in an execute before it.");
  }

  private void checked(QualifiedName table, TableRows rows, Check check) {
    RowQuestion question = new CheckQuestions(rules, identifiers, line).of(table, rows, check);
    if (question != null) {
      questions.add(question);
    }
  }

  private static String places(List<Identifier> columns) {
    return columns.stream().map(Identifier::toString).collect(joining(", ", "(", ")"));
  }

  private void ask(
      TableRows rows, String change, String condition, Finding finding, @Nullable String advice) {
    questions.add(
        new RowQuestion(
            line,
            change,
            requireNonNull(rows.now(), "now"),
            rows.key(),
            condition,
            finding,
            advice));
  }
}
