package dev.limbeck.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Inverse;
import dev.limbeck.operation.Operation;
import dev.limbeck.testing.Alterations;
import dev.limbeck.testing.RichModel;
import dev.limbeck.testing.Schema;
import dev.limbeck.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every dialect holds to, on a real database; a dialect's test subclasses it. */
public abstract class DialectContract {
  private final Dialect dialect = dialect();
  private TestDatabase database;
  private Connection connection;
  private Schema schema;

  protected abstract Dialect dialect();

  /** An empty database. */
  protected abstract TestDatabase freshDatabase();

  /** Takes back what {@link #freshDatabase} gave. */
  protected void discard(TestDatabase used) {
    used.close();
  }

  @BeforeEach
  void openDatabase() throws SQLException {
    database = freshDatabase();
    connection = database.connection();
    schema = new Schema(dialect, connection);
  }

  @AfterEach
  void closeDatabase() throws SQLException {
    connection.close();
    discard(database);
  }

  /** The database of the running test. */
  protected final TestDatabase database() {
    return database;
  }

  /** A connection to the database of the running test. */
  protected final Connection connection() {
    return connection;
  }

  /** The schema of the database of the running test. */
  protected final Schema schema() {
    return schema;
  }

  /** Creates a model in the empty database and compares what is there with its projection. */
  protected final void assertReadsBack(DatabaseModel model) throws SQLException {
    schema.create(model);
    assertThat(schema.readStored(model)).isEqualTo(schema.wanted(model));
  }

  @Test
  void the_dialect_is_found_by_its_name_and_its_url() {
    assertThat(Dialects.named(dialect.name())).isInstanceOf(dialect.getClass());
    assertThat(Dialects.ofUrl(database.jdbcUrl())).isInstanceOf(dialect.getClass());
  }

  @Test
  void an_empty_database_reads_as_an_empty_model() throws SQLException {
    assertThat(schema.read(DatabaseModel.empty())).isEqualTo(DatabaseModel.empty());
  }

  @Test
  void a_rich_model_reads_back_as_its_projection() throws SQLException {
    assertReadsBack(RichModel.library());
  }

  @Test
  void projecting_twice_changes_nothing_more() {
    DatabaseModel once = dialect.project(RichModel.library());
    assertThat(dialect.project(once)).isEqualTo(once);
  }

  @Test
  void a_few_tables_are_read_as_among_all() throws SQLException {
    DatabaseModel model = RichModel.library();
    schema.create(model);
    DatabaseModel all = schema.read(model);
    DatabaseModel few =
        dialect
            .catalog()
            .read(
                connection,
                new CatalogScope(
                    Set.of(),
                    Set.of(QualifiedName.parse("BOOK"), QualifiedName.parse("order")),
                    Set.of(QualifiedName.parse("author_seq"), QualifiedName.parse("book_seq")),
                    Set.of()));
    assertThat(few)
        .isEqualTo(
            all.withTables(
                all.tables().stream()
                    .filter(table -> Set.of("book", "order").contains(table.name().name().text()))
                    .toList()));
  }

  @Test
  void hidden_tables_are_not_seen() throws SQLException {
    QualifiedName versions = QualifiedName.of(Identifier.of("limbeck_version"));
    database.execute(dialect.deployment().createVersionTable(versions));
    assertThat(schema.read(DatabaseModel.empty()).table(versions)).isNotNull();
    assertThat(
            dialect
                .catalog()
                .read(connection, new CatalogScope(Set.of(), null, Set.of(), Set.of(versions))))
        .isEqualTo(DatabaseModel.empty());
  }

  @Test
  void the_version_table_is_created_once() throws SQLException {
    QualifiedName versions = QualifiedName.of(Identifier.of("limbeck_version"));
    assertThat(dialect.deployment().hasTable(connection, versions)).isFalse();
    database.execute(
        dialect.deployment().createVersionTable(versions),
        dialect.deployment().createVersionTable(versions));
    assertThat(dialect.deployment().hasTable(connection, versions)).isTrue();
  }

  static Stream<String> alterations() {
    return Alterations.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("alterations")
  void an_alteration_leads_to_the_evolved_model_and_back(String what) throws SQLException {
    List<Operation> operations = Objects.requireNonNull(Alterations.all().get(what));
    DatabaseModel before = Alterations.before();
    schema.create(before);
    DatabaseModel found = schema.readStored(before);
    database.execute(Alterations.rows());

    DatabaseModel after = schema.apply(before, operations);
    assertThat(schema.readStored(after)).isEqualTo(schema.wanted(after));

    schema.apply(after, Inverse.of(operations));
    assertThat(schema.readStored(before)).isEqualTo(found);
    assertThat(database.rows("SELECT id, age FROM customer ORDER BY id").toString())
        .isEqualTo("[[1, 20], [2, 30]]");
  }
}
