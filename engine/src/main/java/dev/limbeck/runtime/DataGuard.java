package dev.limbeck.runtime;

import static java.util.stream.Collectors.joining;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.migration.Recording;
import dev.limbeck.migration.SourceLine;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.operation.ChangeInBatches;
import dev.limbeck.operation.InsertRows;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.RunJava;
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import dev.limbeck.plan.Misfit;
import dev.limbeck.plan.Notice;
import dev.limbeck.plan.OperationResolver;
import dev.limbeck.plan.SchemaAdvance;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts, before operations run, the rows that would refuse them, so that the error names them and
 * says what to do. Rows are named by their primary keys only: what else they hold is nobody's
 * business here.
 */
final class DataGuard {
  private static final int NAMED_ROWS = 5;

  private final Dialect dialect;
  private final Connection connection;
  private final Misfit misfit;
  private final Recording recording;
  private final LabelGuard labels;
  private final Consumer<Notice> notices;

  DataGuard(Workplace place, Misfit misfit, Recording recording) {
    this.dialect = place.dialect();
    this.connection = place.connection();
    this.misfit = misfit;
    this.recording = recording;
    this.labels = new LabelGuard(place.dialect(), place.connection());
    this.notices = place.progress()::notice;
  }

  /**
   * Looks at the rows for all operations up to the first that may change rows unseen.
   *
   * @param before the schema before the first operation
   * @throws LimbeckException LMB-220 where rows would refuse an operation
   */
  void checkAhead(List<Operation> operations, DatabaseModel before) throws SQLException {
    int end = 0;
    boolean asks = false;
    while (end < operations.size() && !isOpaque(operations.get(end))) {
      Operation operation = operations.get(end);
      asks |= RowQuestions.mayAsk(operation) || operation instanceof AlterEnumType;
      end++;
    }
    if (!asks) {
      return;
    }
    RowQuestions questions = questions(before);
    List<String> refusals = new ArrayList<>();
    DatabaseModel model = before;
    for (Operation operation : operations.subList(0, end)) {
      Operation fitting =
          new OperationResolver(dialect, model, misfit, recording, notice -> {}).resolve(operation);
      if (fitting instanceof AlterEnumType change) {
        List<LabelHolder> holders = LabelHolder.of(change, model, questions::rows);
        refuse(line(recording, operation), labels.labels(change, model, holders), refusals);
      }
      if (fitting != null) {
        questions.add(fitting, line(recording, operation));
        model = SchemaAdvance.after(model, fitting, dialect);
      }
    }
    ask(questions, refusals);
  }

  /**
   * Looks at the rows for one operation, just before it runs.
   *
   * @param operation the operation as it was written
   * @param fitting the operation as it fits the schema
   * @throws LimbeckException LMB-220 where rows would refuse the operation
   */
  void check(Operation operation, Operation fitting, DatabaseModel before) throws SQLException {
    if (!RowQuestions.mayAsk(fitting) && !(fitting instanceof AlterEnumType)) {
      return;
    }
    List<String> refusals = new ArrayList<>();
    RowQuestions questions = questions(before);
    if (fitting instanceof AlterEnumType change) {
      List<LabelHolder> holders = LabelHolder.of(change, before, questions::rows);
      refuse(line(recording, operation), labels.labels(change, before, holders), refusals);
    }
    if (RowQuestions.mayAsk(fitting) || !refusals.isEmpty()) {
      questions.add(fitting, line(recording, operation));
      ask(questions, refusals);
    }
  }

  static boolean isOpaque(Operation operation) {
    return operation instanceof ExecuteSql
        || operation instanceof InsertRows
        || operation instanceof RunJava
        || operation instanceof ChangeInBatches;
  }

  /** A part of an alteration of a table was written where its first change was. */
  static @Nullable SourceLine line(Recording recording, Operation operation) {
    SourceLine line = recording.line(operation);
    return line == null && operation instanceof AlterTable alter && !alter.alterations().isEmpty()
        ? recording.line(alter.alterations().get(0))
        : line;
  }

  private RowQuestions questions(DatabaseModel before) throws SQLException {
    return new RowQuestions(dialect, connection.getMetaData().getDatabaseMajorVersion(), before);
  }

  private static void refuse(
      @Nullable SourceLine line, @Nullable String refusal, List<String> refusals) {
    if (refusal != null) {
      refusals.add((line == null ? "" : line + "   ") + refusal);
    }
  }

  /**
   * Asks.
   *
   * @param refusals what is known to refuse already
   */
  private void ask(RowQuestions all, List<String> refusals) throws SQLException {
    List<Notice> losses = new ArrayList<>();
    for (RowQuestions.ChangedCheck check : all.checks()) {
      refuse(check.line(), labels.values(check.change(), check.table(), check.column()), refusals);
    }
    for (RowQuestion question : all.all()) {
      if (question.advice() == null && !refusals.isEmpty() || !hasRows(question)) {
        continue;
      }
      String rows = described(question);
      if (question.advice() == null) {
        losses.add(new Notice(Notice.Level.WARNING, question.change() + ": " + rows));
      } else {
        refusals.add(
            (question.line() == null ? "" : question.line() + "   ")
                + question.change()
                + "\n  but "
                + rows
                + ".\n  "
                + question.advice());
      }
    }
    if (!refusals.isEmpty()) {
      throw new LimbeckException(
          "LMB-220",
          "The rows that are there refuse revision "
              + misfit.revision()
              + ".\n  "
              + String.join("\n  ", refusals));
    }
    losses.forEach(notices);
  }

  /**
   * True where there are such rows. What cannot be asked, such as a comparison of types that the
   * database does not compare, is left to the statement that makes the change: it fails with the
   * database's own words.
   */
  private boolean hasRows(RowQuestion question) throws SQLException {
    Savepoint savepoint = connection.getAutoCommit() ? null : connection.setSavepoint();
    boolean found;
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT EXISTS (SELECT 1" + from(question) + ")")) {
      result.next();
      found = result.getBoolean(1);
    } catch (SQLException e) {
      if (savepoint != null) {
        connection.rollback(savepoint);
      }
      return false;
    }
    if (savepoint != null) {
      connection.releaseSavepoint(savepoint);
    }
    return found;
  }

  /** {@code 3 of 1,204 rows of orders have null in it: id 17, 18, 40}. */
  private String described(RowQuestion question) throws SQLException {
    long rows = count("SELECT count(*)" + from(question));
    long all = count("SELECT count(*) FROM " + table(question));
    String counted =
        rows == all
            ? String.format(Locale.ROOT, rows == 1 ? "the row" : "all %,d rows", rows)
            : String.format(Locale.ROOT, "%,d of %,d rows", rows, all);
    return counted
        + " of "
        + question.table()
        + " "
        + question.finding().of(rows)
        + keys(question, rows);
  }

  private String keys(RowQuestion question, long rows) throws SQLException {
    if (question.key().isEmpty()) {
      return "";
    }
    String columns =
        question.key().stream().map(dialect.identifiers()::render).collect(joining(", "));
    List<String> keys = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT "
                    + columns
                    + from(question)
                    + " ORDER BY "
                    + columns
                    + " LIMIT "
                    + NAMED_ROWS)) {
      while (result.next()) {
        List<String> key = new ArrayList<>();
        for (int i = 1; i <= question.key().size(); i++) {
          key.add(String.valueOf(result.getString(i)));
        }
        keys.add(key.size() == 1 ? key.get(0) : "(" + String.join(", ", key) + ")");
      }
    }
    String names = question.key().stream().map(Object::toString).collect(joining(", "));
    return ": "
        + (question.key().size() == 1 ? names : "(" + names + ")")
        + " "
        + String.join(", ", keys)
        + (rows > keys.size() ? ", …" : "");
  }

  private String from(RowQuestion question) {
    return " FROM " + table(question) + " WHERE " + question.condition();
  }

  private String table(RowQuestion question) {
    return dialect.identifiers().render(question.table());
  }

  private long count(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }
}
