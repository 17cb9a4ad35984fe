package dev.limbeck.testsupport.facts;

import static java.util.Objects.requireNonNull;

import dev.limbeck.testsupport.facts.Fact.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Every fact about the tables, constraints, indexes, sequences, types, views and triggers of a
 * database. The order of columns is no fact; the order of a key's columns is.
 *
 * <pre>
 * SchemaFacts expected = SchemaFacts.ofPostgres(made).withoutConstraintNames();
 * SchemaFacts actual = SchemaFacts.ofPostgres(migrated).withoutTables(own).withoutConstraintNames();
 * assertThat(expected.differenceTo(actual)).hasToString("");
 * </pre>
 */
public final class SchemaFacts {

  private final List<Fact> facts;

  private SchemaFacts(List<Fact> facts) {
    this.facts = List.copyOf(facts);
  }

  /**
   * Reads a PostgreSQL database.
   *
   * @param schemas none for all but the system's
   */
  public static SchemaFacts ofPostgres(Connection connection, String... schemas)
      throws SQLException {
    return new SchemaFacts(new PostgresFacts(connection, schemas).read());
  }

  /** Reads the main database of a SQLite connection. */
  public static SchemaFacts ofSqlite(Connection connection) throws SQLException {
    return new SchemaFacts(new SqliteFacts(connection).read());
  }

  /** Reads a database of either kind, all schemas of it. */
  public static SchemaFacts of(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("SQLite")
        ? ofSqlite(connection)
        : ofPostgres(connection);
  }

  public List<Fact> facts() {
    return facts;
  }

  /** The facts as lines, sorted; a line stands as often as its fact is true. */
  public List<String> lines() {
    return facts.stream().map(Fact::line).sorted().toList();
  }

  /** Without the names of primary keys, unique constraints, foreign keys and checks. */
  public SchemaFacts withoutConstraintNames() {
    return map(fact -> fact.kind().isConstraint() ? fact.withoutName() : fact);
  }

  /** Without the names of indexes that belong to no constraint. */
  public SchemaFacts withoutIndexNames() {
    return map(fact -> fact.kind() == Kind.INDEX ? fact.withoutName() : fact);
  }

  /** Without tables, sequences and types of these names, in any schema and whatever the case. */
  public SchemaFacts withoutTables(Set<String> names) {
    Set<String> folded =
        names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return filter(fact -> !folded.contains(fact.object().toLowerCase(Locale.ROOT)));
  }

  public SchemaFacts without(Kind... kinds) {
    Set<Kind> left = EnumSet.noneOf(Kind.class);
    left.addAll(Arrays.asList(kinds));
    return filter(fact -> !left.contains(fact.kind()));
  }

  public SchemaFacts filter(Predicate<Fact> kept) {
    requireNonNull(kept, "kept");
    return new SchemaFacts(facts.stream().filter(kept).toList());
  }

  /** What the other lacks, and what it has over these facts. */
  public FactsDifference differenceTo(SchemaFacts actual) {
    return FactsDifference.between(lines(), actual.lines());
  }

  @Override
  public String toString() {
    return String.join("\n", lines());
  }

  private SchemaFacts map(UnaryOperator<Fact> change) {
    return new SchemaFacts(facts.stream().map(change).toList());
  }
}
