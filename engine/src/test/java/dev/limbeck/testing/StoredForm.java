package dev.limbeck.testing;

import static java.util.Comparator.comparing;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ExpressionReader.Place;
import dev.limbeck.dialect.ExpressionReader.Question;
import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Domain;
import dev.limbeck.model.Generation.Computed;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a model and what was read of the database are equal: projected, expressions in
 * the database's own spelling where it answers, columns, constraints and indexes in the order of
 * their names, which is no fact of a schema.
 */
public final class StoredForm {
  private final Dialect dialect;
  private final List<Question> questions = new ArrayList<>();
  private Map<Question, String> answers = Map.of();

  private StoredForm(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * @param connection a connection to the database with the model's types in it
   */
  public static DatabaseModel of(Dialect dialect, Connection connection, DatabaseModel model)
      throws SQLException {
    DatabaseModel once = spelled(dialect, connection, dialect.project(model));
    return spelled(dialect, connection, once);
  }

  /** Its own spelling PostgreSQL may spell otherwise, but what comes of that it keeps. */
  private static DatabaseModel spelled(Dialect dialect, Connection connection, DatabaseModel model)
      throws SQLException {
    StoredForm form = new StoredForm(dialect);
    form.model(model);
    form.answers = dialect.expressions().spelled(connection, form.questions);
    return form.model(model);
  }

  private DatabaseModel model(DatabaseModel model) {
    return model
        .withTables(model.tables().stream().map(this::table).toList())
        .withDomains(model.domains().stream().map(this::domain).toList());
  }

  /** As a table of one column, which the checks call {@code VALUE} as well. */
  private Domain domain(Domain domain) {
    Table table =
        table(
            Table.of(
                    domain.name().name().text(),
                    Column.of("value", domain.type()).withDefault(domain.defaultValue()))
                .withConstraints(List.copyOf(domain.checks())));
    return domain
        .withDefault(table.columns().get(0).defaultValue())
        .withChecks(table.constraints().stream().map(Check.class::cast).toList());
  }

  private Table table(Table table) {
    return table
        .withColumns(
            table.columns().stream()
                .map(column -> column(table, column))
                .sorted(comparing(Column::name))
                .toList())
        .withConstraints(
            table.constraints().stream()
                .map(constraint -> constraint(table, constraint))
                .sorted(
                    comparing((Constraint one) -> !(one instanceof PrimaryKey))
                        .thenComparing(one -> key(one.name()))
                        .thenComparing(Object::toString))
                .toList())
        .withIndexes(
            table.indexes().stream()
                .map(index -> index(table, index))
                .sorted(comparing(index -> key(index.name())))
                .toList());
  }

  private static String key(@Nullable Identifier name) {
    return name == null ? "" : name.key();
  }

  private Column column(Table table, Column column) {
    Column spelled =
        column.withDefault(spelled(Place.DEFAULT, table, column.name(), column.defaultValue()));
    return column.generation() instanceof Computed computed
        ? spelled.withGeneration(
            new Computed(
                Objects.requireNonNull(
                    spelled(Place.COMPUTED, table, column.name(), computed.expression())),
                computed.stored()))
        : spelled;
  }

  private Constraint constraint(Table table, Constraint constraint) {
    return constraint instanceof Check check && check.condition() instanceof CheckCondition.Sql free
        ? new Check(
            check.name(),
            new CheckCondition.Sql(
                Objects.requireNonNull(spelled(Place.CHECK, table, null, free.expression()))))
        : constraint;
  }

  private Index index(Table table, Index index) {
    return index
        .withParts(
            index.parts().stream()
                .map(
                    part ->
                        new IndexPart(
                            part.column(),
                            spelled(Place.INDEX, table, null, part.expression()),
                            part.descending(),
                            part.nulls(),
                            part.collation(),
                            part.operatorClass()))
                .toList())
        .withWhere(spelled(Place.PREDICATE, table, null, index.where()));
  }

  private @Nullable SqlExpression spelled(
      Place place, Table table, @Nullable Identifier column, @Nullable SqlExpression expression) {
    if (expression == null) {
      return null;
    }
    Question question = new Question(place, table, column, expression.forDialect(dialect.name()));
    questions.add(question);
    String answer = answers.get(question);
    return answer == null ? expression : SqlExpression.of(answer);
  }
}
