package dev.limbeck.command;

import dev.limbeck.sql.SqlText;
import java.util.List;

/** The text of a script in the making. */
final class ScriptText {
  private final StringBuilder text = new StringBuilder();

  /** Lines of comment, whatever is in them. */
  ScriptText comment(String comment) {
    return lines(SqlText.comment(comment));
  }

  /** Lines as they stand. */
  ScriptText lines(List<String> lines) {
    lines.forEach(line -> text.append(line).append('\n'));
    return this;
  }

  ScriptText statement(String statement) {
    text.append(SqlText.terminated(statement)).append('\n');
    return this;
  }

  ScriptText statements(List<String> statements) {
    statements.forEach(this::statement);
    return this;
  }

  ScriptText blank() {
    text.append('\n');
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
