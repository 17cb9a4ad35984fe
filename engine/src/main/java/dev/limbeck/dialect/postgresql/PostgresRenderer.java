package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.AnsiSqlRenderer;
import dev.limbeck.dialect.IdentifierRules;
import dev.limbeck.dialect.TypeSystem;
import dev.limbeck.model.Generation.Identity;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.SqlValue;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's words where they are not those of the standard. */
final class PostgresRenderer extends AnsiSqlRenderer {

  PostgresRenderer(IdentifierRules identifiers, TypeSystem types) {
    super(PostgresDialect.NAME, identifiers, types);
  }

  /** A text without back slashes is the same whatever {@code standard_conforming_strings} says. */
  @Override
  public String literal(String text) {
    String quoted = super.literal(text);
    return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
  }

  @Override
  public String value(SqlValue value) {
    return value.kind() == SqlValue.Kind.BYTES ? literal("\\x" + value.text()) : super.value(value);
  }

  /** A text as a literal, or {@code NULL}. */
  String literalOrNull(@Nullable String text) {
    return text == null ? "NULL" : literal(text);
  }

  /** What makes a column an identity, in {@code CREATE TABLE} and after {@code ADD}. */
  String identity(Identity identity) {
    return identityClause(identity).strip();
  }

  @Override
  protected String identityOptions(Identity identity) {
    String options = super.identityOptions(identity);
    Sequence counter =
        PostgresSequences.withNeededBounds(
            Sequence.of(QualifiedName.parse("identity"), identity.start(), identity.increment()));
    String bounds = bounds(counter);
    if (bounds.isEmpty()) {
      return options;
    }
    return options.substring(0, options.length() - 1) + bounds + ")";
  }

  String createIndex(QualifiedName table, Index index, boolean concurrently) {
    return createIndex(table, index, concurrently ? "CONCURRENTLY " : "");
  }

  String dropIndex(QualifiedName table, Identifier index, boolean concurrently) {
    return "DROP INDEX " + (concurrently ? "CONCURRENTLY " : "") + name(table.withName(index));
  }

  /** {@code CREATE SEQUENCE} with start and increment as Hibernate writes it. */
  String createSequence(Sequence sequence) {
    return "CREATE SEQUENCE "
        + name(sequence.name())
        + " START WITH "
        + sequence.start()
        + " INCREMENT BY "
        + sequence.increment()
        + bounds(PostgresSequences.withNeededBounds(sequence))
        + (sequence.cache() <= 1 ? "" : " CACHE " + sequence.cache())
        + (sequence.cycle() ? " CYCLE" : "");
  }

  private static String bounds(Sequence sequence) {
    return (sequence.minimum() == null ? "" : " MINVALUE " + sequence.minimum())
        + (sequence.maximum() == null ? "" : " MAXVALUE " + sequence.maximum());
  }
}
