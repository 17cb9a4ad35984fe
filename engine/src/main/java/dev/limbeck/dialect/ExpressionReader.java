package dev.limbeck.dialect;

import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Table;
import dev.limbeck.sql.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a database spells the expressions that it has stored. */
public interface ExpressionReader {

  /** Where an expression stands. */
  enum Place {
    DEFAULT,
    CHECK,
    COMPUTED,
    INDEX,
    PREDICATE
  }

  /**
   * An expression that is to be spelled as the database would.
   *
   * @param place where it stands
   * @param table the table it belongs to, with its columns
   * @param column the column it belongs to, for a default or a formula; else null
   * @param sql the expression
   */
  record Question(Place place, Table table, @Nullable Identifier column, String sql) {}

  /**
   * The condition that a check's SQL means: typed where it has one of the shapes that Hibernate
   * makes, however this database spells them, else the SQL.
   *
   * @param table the table it belongs to
   */
  CheckCondition condition(Table table, String sql);

  /**
   * The expressions in the database's own spelling. A question that the database could not answer
   * is not in the result. What was made to ask is rolled back.
   */
  Map<Question, String> spelled(Connection connection, List<Question> questions)
      throws SQLException;

  /**
   * A stored default without what the database noted of the type of its column, so that a column of
   * another type takes it as one of that type.
   */
  default String asWritten(String stored) {
    return stored;
  }

  /** True when two spellings are the same expression, without asking the database. */
  default boolean same(String one, String other) {
    return SqlText.sameTokens(one, other);
  }
}
