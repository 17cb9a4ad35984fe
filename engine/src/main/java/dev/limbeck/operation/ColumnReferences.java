package dev.limbeck.operation;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.CheckCondition.AtLeast;
import dev.limbeck.model.CheckCondition.Between;
import dev.limbeck.model.CheckCondition.OneOf;
import dev.limbeck.model.CheckCondition.OneOfNumbers;
import dev.limbeck.model.CheckCondition.Sql;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import dev.limbeck.sql.SqlWords;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What follows a table or a column that gets another name, as databases do it. */
final class ColumnReferences {
  private ColumnReferences() {}

  /** Points the foreign keys of all tables at the new name of a table. */
  static void renameTable(Map<QualifiedName, Table> tables, QualifiedName from, QualifiedName to) {
    replaceForeignKeys(
        tables,
        (owner, key) -> key.target().equals(from) ? key.withTarget(to, key.targetColumns()) : key);
  }

  /**
   * Points the foreign keys of other tables at the new name of a column of a table; its own keys
   * follow where its alterations are applied.
   */
  static void renameColumn(
      Map<QualifiedName, Table> tables, QualifiedName table, RenameColumn rename) {
    replaceForeignKeys(
        tables,
        (owner, key) ->
            key.target().equals(table) && !owner.equals(table)
                ? key.withTarget(table, renamed(key.targetColumns(), rename.from(), rename.to()))
                : key);
  }

  /** What becomes of a foreign key, given the table that it belongs to. */
  @FunctionalInterface
  private interface KeyChange {
    ForeignKey of(QualifiedName owner, ForeignKey key);
  }

  private static void replaceForeignKeys(Map<QualifiedName, Table> tables, KeyChange change) {
    tables.replaceAll(
        (name, table) ->
            table.foreignKeys().stream().allMatch(key -> change.of(name, key) == key)
                ? table
                : table.withConstraints(
                    table.constraints().stream()
                        .map(
                            constraint ->
                                constraint instanceof ForeignKey key
                                    ? change.of(name, key)
                                    : constraint)
                        .toList()));
  }

  /** The constraint of the same table after a column got another name. */
  static Constraint renamed(Constraint constraint, Identifier from, Identifier to) {
    return constraint.accept(
        new Constraint.Visitor<>() {
          @Override
          public Constraint primaryKey(PrimaryKey key) {
            return new PrimaryKey(key.name(), renamed(key.columns(), from, to));
          }

          @Override
          public Constraint unique(Unique unique) {
            return unique.withColumns(renamed(unique.columns(), from, to));
          }

          @Override
          public Constraint foreignKey(ForeignKey key) {
            return key.withColumns(renamed(key.columns(), from, to));
          }

          @Override
          public Constraint check(Check check) {
            return new Check(check.name(), renamed(check.condition(), from, to));
          }
        });
  }

  /** The index of the same table after a column got another name. */
  static Index renamed(Index index, Identifier from, Identifier to) {
    List<IndexPart> parts = index.parts().stream().map(part -> renamed(part, from, to)).toList();
    return new Index(
        index.name(),
        index.unique(),
        parts,
        index.method(),
        renamed(index.include(), from, to),
        index.where() == null ? null : renamed(index.where(), from, to),
        index.nullsNotDistinct());
  }

  private static IndexPart renamed(IndexPart part, Identifier from, Identifier to) {
    if (part.column() != null) {
      return part.column().equals(from) ? part.onColumn(to) : part;
    }
    SqlExpression expression = part.expression();
    return expression == null
        ? part
        : new IndexPart(
            null,
            renamed(expression, from, to),
            part.descending(),
            part.nulls(),
            part.collation(),
            part.operatorClass());
  }

  /** True where the constraint is on the column, or its SQL speaks of it. */
  static boolean mentions(Constraint constraint, Identifier column) {
    return constraint.columns().contains(column)
        || constraint instanceof Check check
            && check.condition() instanceof Sql sql
            && mentions(sql.expression(), column);
  }

  /** True where the index is on the column, or its SQL speaks of it. */
  static boolean mentions(Index index, Identifier column) {
    return index.columns().contains(column)
        || index.include().contains(column)
        || index.where() != null && mentions(index.where(), column)
        || index.parts().stream()
            .anyMatch(part -> part.expression() != null && mentions(part.expression(), column));
  }

  /** True where the SQL speaks of the column. */
  static boolean mentions(SqlExpression expression, Identifier column) {
    return Stream.concat(Stream.of(expression.text()), expression.variants().values().stream())
        .map(SqlTokenizer::code)
        .anyMatch(
            tokens -> IntStream.range(0, tokens.size()).anyMatch(i -> names(tokens, i, column)));
  }

  /**
   * True where the token is the name of the column: not a word before a parenthesis, which is a
   * function. In quotes an unquoted name may stand as it folds, or as SQLite keeps it.
   */
  private static boolean names(List<SqlToken> tokens, int i, Identifier column) {
    SqlToken token = tokens.get(i);
    boolean call = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol("(");
    return token.kind() == SqlToken.Kind.WORD && !call && Identifier.of(token.text()).equals(column)
        || token.kind() == SqlToken.Kind.QUOTED
            && (Identifier.quoted(token.value()).equals(column)
                || !column.quoted() && token.value().equals(column.text()));
  }

  private static CheckCondition renamed(CheckCondition condition, Identifier from, Identifier to) {
    UnaryOperator<Identifier> name = column -> column.equals(from) ? to : column;
    return condition.accept(
        new CheckCondition.Visitor<>() {
          @Override
          public CheckCondition oneOf(OneOf typed) {
            return new OneOf(name.apply(typed.column()), typed.values());
          }

          @Override
          public CheckCondition oneOfNumbers(OneOfNumbers typed) {
            return new OneOfNumbers(name.apply(typed.column()), typed.values());
          }

          @Override
          public CheckCondition between(Between typed) {
            return new Between(name.apply(typed.column()), typed.least(), typed.most());
          }

          @Override
          public CheckCondition atLeast(AtLeast typed) {
            return new AtLeast(name.apply(typed.column()), typed.least());
          }

          @Override
          public CheckCondition sql(Sql typed) {
            return new Sql(renamed(typed.expression(), from, to));
          }
        });
  }

  static SqlExpression renamed(SqlExpression expression, Identifier from, Identifier to) {
    Map<String, String> variants = new TreeMap<>();
    expression.variants().forEach((dialect, sql) -> variants.put(dialect, renamed(sql, from, to)));
    return new SqlExpression(renamed(expression.text(), from, to), variants);
  }

  private static String renamed(String sql, Identifier from, Identifier to) {
    StringBuilder text = new StringBuilder();
    int copied = 0;
    List<SqlToken> tokens = SqlTokenizer.code(sql);
    for (int i = 0; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      if (names(tokens, i, from)) {
        text.append(sql, copied, token.start()).append(written(to, token));
        copied = token.end();
      }
    }
    return text.append(sql, copied, sql.length()).toString();
  }

  /** The new name in the place of the old one, in quotes where it needs them or those had them. */
  private static String written(Identifier name, SqlToken old) {
    boolean plain =
        !name.quoted() && old.kind() == SqlToken.Kind.WORD && SqlWords.isPlainName(name.text());
    return plain ? name.text() : '"' + name.key().replace("\"", "\"\"") + '"';
  }

  private static List<Identifier> renamed(
      List<Identifier> columns, Identifier from, Identifier to) {
    return columns.stream().map(column -> column.equals(from) ? to : column).toList();
  }
}
