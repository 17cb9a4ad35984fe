package dev.limbeck.introspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read before it is known what has to be read, and when it is read once more. */
class ReadAheadTest {
  private static final Dialect DIALECT = Dialects.named("postgresql");
  private static final CatalogScope NOTHING_KNOWN = knowing();

  private final List<CatalogScope> read = new ArrayList<>();
  private final Introspector introspector =
      (connection, dialect, scope) -> {
        read.add(scope);
        return dialect.catalog().read(connection, scope);
      };
  private TestDatabase database;
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    database = TestPostgres.freshDatabase();
    connection = database.connection();
    execute("CREATE TABLE book (id serial PRIMARY KEY)");
    execute("CREATE SEQUENCE free_seq");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    database.close();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static CatalogScope knowing(String... sequences) {
    return new CatalogScope(
        Set.of(),
        null,
        Set.copyOf(List.of(sequences).stream().map(QualifiedName::parse).toList()),
        Set.of());
  }

  private DatabaseModel read(CatalogScope ahead, CatalogScope wanted) throws SQLException {
    return ReadAhead.begin(introspector, connection, DIALECT, ahead)
        .read(connection, DIALECT, wanted);
  }

  @Test
  void what_was_foreseen_is_read_once() throws SQLException {
    assertThat(read(NOTHING_KNOWN, knowing("free_seq")))
        .isEqualTo(DIALECT.catalog().read(connection, knowing("free_seq")));
    assertThat(read).containsExactly(NOTHING_KNOWN);
  }

  @Test
  void a_sequence_that_a_column_owns_is_read_where_somebody_knows_it() throws SQLException {
    DatabaseModel model = read(NOTHING_KNOWN, knowing("book_id_seq"));

    assertThat(model.sequence(QualifiedName.parse("book_id_seq"))).isNotNull();
    assertThat(read).containsExactly(NOTHING_KNOWN, knowing("book_id_seq"));
  }

  @Test
  void what_nobody_wants_to_know_after_all_is_read_again() throws SQLException {
    DatabaseModel model = read(knowing("book_id_seq"), NOTHING_KNOWN);

    assertThat(model.sequence(QualifiedName.parse("book_id_seq"))).isNull();
  }

  @Test
  void another_schema_is_read() throws SQLException {
    execute("CREATE SCHEMA app CREATE TABLE note (id int)");
    CatalogScope wanted = new CatalogScope(Set.of(Identifier.of("app")), null, Set.of(), Set.of());

    assertThat(read(NOTHING_KNOWN, wanted).table(QualifiedName.parse("app.note"))).isNotNull();
  }

  @Test
  void the_second_reader_sees_what_changed_since() throws SQLException {
    ReadAhead ahead = ReadAhead.begin(introspector, connection, DIALECT, NOTHING_KNOWN);
    ahead.read(connection, DIALECT, NOTHING_KNOWN);
    execute("CREATE TABLE later (id int)");

    assertThat(ahead.read(connection, DIALECT, NOTHING_KNOWN).table(QualifiedName.parse("later")))
        .isNotNull();
  }

  @Test
  void a_failure_is_that_of_the_reader() {
    SQLException failure = new SQLException("no");
    ReadAhead ahead =
        ReadAhead.begin(
            (at, dialect, scope) -> {
              throw failure;
            },
            connection,
            DIALECT,
            NOTHING_KNOWN);
    ahead.await();

    assertThatThrownBy(() -> ahead.read(connection, DIALECT, NOTHING_KNOWN)).isSameAs(failure);
  }
}
