package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.sqlite.StoredTable.Rule;
import dev.limbeck.dialect.sqlite.StoredTable.Whole;
import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Unique;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code CREATE TABLE} that SQLite has stored.
 *
 * <p>Only what SQLite itself accepted comes here, so the parser looks for what is there and does
 * not check that it makes sense.
 *
 * @see <a href="https://www.sqlite.org/lang_createtable.html">CREATE TABLE</a>
 */
final class TableDdlParser {
  /** What ends the words of a declared type. */
  private static final Set<String> AFTER_TYPE =
      Set.of(
          "constraint",
          "primary",
          "not",
          "null",
          "unique",
          "check",
          "default",
          "collate",
          "references",
          "generated",
          "as");

  /** The words that are defaults by themselves. */
  private static final Set<String> DEFAULT_WORDS =
      Set.of("null", "true", "false", "current_time", "current_date", "current_timestamp");

  private final DdlTokens ddl;
  private final List<StoredTable.Column> columns = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<String> beyond = new ArrayList<>();
  private final Map<Identifier, List<String>> columnComments = new HashMap<>();
  private final List<String> otherComments = new ArrayList<>();
  private boolean autoIncrement;

  private TableDdlParser(String sql) {
    this.ddl = new DdlTokens(sql);
  }

  /**
   * Reads a statement.
   *
   * @throws UnreadableDdlException where it is no {@code CREATE TABLE} with columns
   */
  static StoredTable parse(String sql) {
    return new TableDdlParser(sql).table();
  }

  private StoredTable table() {
    ddl.expectWord("create");
    if (!ddl.words("temp")) {
      ddl.words("temporary");
    }
    ddl.expectWord("table");
    ddl.words("if", "not", "exists");
    Identifier name = ddl.name();
    if (ddl.symbol(".")) {
      name = ddl.name();
    }
    ddl.expectSymbol("(");
    boolean constraints = false;
    while (!ddl.symbol(")")) {
      constraints |= !columns.isEmpty() && startsTableConstraint();
      if (constraints) {
        tableConstraint();
      } else {
        column();
      }
      ddl.symbol(",");
      List<String> comments = ddl.commentsOfLine();
      if (constraints) {
        otherComments.addAll(comments);
      } else if (!comments.isEmpty()) {
        columnComments.put(columns.get(columns.size() - 1).name(), comments);
      }
    }
    boolean strict = false;
    boolean withoutRowid = false;
    while (!ddl.atEnd()) {
      if (ddl.words("strict")) {
        strict = true;
      } else if (ddl.words("without", "rowid")) {
        withoutRowid = true;
      } else if (!ddl.symbol(",")) {
        throw ddl.unexpected("a table option");
      }
    }
    otherComments.addAll(ddl.commentsLeft());
    return new StoredTable(
        name,
        columns,
        rules,
        autoIncrement,
        strict,
        withoutRowid,
        new StoredComments(columnComments, otherComments),
        beyond);
  }

  /** True where no column begins: these words are reserved, a column of that name is quoted. */
  private boolean startsTableConstraint() {
    return ddl.isWord("constraint")
        || ddl.isWord("primary")
        || ddl.isWord("unique")
        || ddl.isWord("check")
        || ddl.isWord("foreign");
  }

  private void column() {
    Identifier name = ddl.name();
    String type = type();
    boolean notNull = false;
    String defaultValue = null;
    Generation generation = null;
    String collation = null;
    while (!ddl.isSymbol(",") && !ddl.isSymbol(")")) {
      Identifier constraint = ddl.words("constraint") ? ddl.name() : null;
      if (ddl.words("not", "null")) {
        notNull = true;
        onConflict(name + " NOT NULL");
      } else if (ddl.words("null")) {
        onConflict(name + " NULL");
      } else if (ddl.words("primary", "key")) {
        inlineKey(name, constraint);
      } else if (ddl.words("unique")) {
        rules.add(new Whole(Unique.of(constraint, List.of(name))));
        onConflict(name + " UNIQUE");
      } else if (ddl.words("check")) {
        check(constraint);
      } else if (ddl.words("default")) {
        defaultValue = defaultValue();
      } else if (ddl.words("collate")) {
        collation = ddl.name().text();
      } else if (ddl.isWord("references")) {
        rules.add(ForeignKeyDdl.reference(ddl, constraint, List.of(name), beyond));
      } else if (ddl.words("generated", "always", "as") || ddl.words("as")) {
        generation = computed();
      } else if (constraint == null) {
        throw ddl.unexpected("a column constraint");
      }
    }
    columns.add(new StoredTable.Column(name, type, notNull, defaultValue, generation, collation));
  }

  private String type() {
    int start = ddl.position();
    while (isTypeWord(ddl.peek())) {
      ddl.next();
    }
    if (ddl.position() > start && ddl.isSymbol("(")) {
      ddl.parenthesised();
    }
    return ddl.textFrom(start);
  }

  private static boolean isTypeWord(@Nullable SqlToken token) {
    return token != null
        && (token.kind() == Kind.QUOTED
            || token.kind() == Kind.STRING
            || token.kind() == Kind.WORD && AFTER_TYPE.stream().noneMatch(token::isWord));
  }

  private void inlineKey(Identifier column, @Nullable Identifier constraint) {
    if (ddl.words("desc")) {
      beyond.add(column + " PRIMARY KEY DESC");
    } else {
      ddl.words("asc");
    }
    onConflict(column + " PRIMARY KEY");
    autoIncrement |= ddl.words("autoincrement");
    rules.add(new Whole(new PrimaryKey(constraint, List.of(column))));
  }

  private void tableConstraint() {
    Identifier name = ddl.words("constraint") ? ddl.name() : null;
    if (ddl.words("primary", "key")) {
      rules.add(new Whole(new PrimaryKey(name, keyColumns())));
      onConflict("PRIMARY KEY");
    } else if (ddl.words("unique")) {
      List<Identifier> key = keyColumns();
      rules.add(new Whole(Unique.of(name, key)));
      onConflict("UNIQUE " + key);
    } else if (ddl.words("check")) {
      check(name);
    } else if (ddl.words("foreign", "key")) {
      List<Identifier> referring = ForeignKeyDdl.names(ddl);
      rules.add(ForeignKeyDdl.reference(ddl, name, referring, beyond));
    } else if (name == null) {
      throw ddl.unexpected("a table constraint");
    }
  }

  /** The columns of a key; collation and direction of one are beyond the model. */
  private List<Identifier> keyColumns() {
    List<Identifier> key = new ArrayList<>();
    ddl.expectSymbol("(");
    while (!ddl.symbol(")")) {
      Identifier column = ddl.name();
      key.add(column);
      if (ddl.words("collate")) {
        beyond.add("key on " + column + " COLLATE " + ddl.name());
      }
      if (ddl.words("desc")) {
        beyond.add("key on " + column + " DESC");
      } else {
        ddl.words("asc");
      }
      autoIncrement |= ddl.words("autoincrement");
      ddl.symbol(",");
    }
    return key;
  }

  private void check(@Nullable Identifier name) {
    String condition = ddl.parenthesised();
    rules.add(new Whole(new Check(name, CheckCondition.sql(condition))));
    onConflict("CHECK (" + condition + ")");
  }

  private String defaultValue() {
    if (ddl.isSymbol("(")) {
      return ddl.parenthesised();
    }
    int start = ddl.position();
    while (ddl.symbol("-") || ddl.symbol("+")) {
      // a sign belongs to the number
    }
    boolean signed = ddl.position() > start;
    SqlToken token = ddl.next();
    return !signed && isText(token)
        ? "'" + token.value().replace("'", "''") + "'"
        : ddl.textFrom(start);
  }

  /** A name cannot be a default: SQLite takes one for a text, in quotes or without. */
  private static boolean isText(SqlToken token) {
    return token.kind() == Kind.QUOTED
        || token.kind() == Kind.WORD && DEFAULT_WORDS.stream().noneMatch(token::isWord);
  }

  private Generation computed() {
    SqlExpression formula = SqlExpression.of(ddl.parenthesised());
    boolean stored = ddl.words("stored");
    if (!stored) {
      ddl.words("virtual");
    }
    return new Generation.Computed(formula, stored);
  }

  private void onConflict(String where) {
    if (ddl.words("on", "conflict")) {
      String action = ddl.next().text();
      if (!action.equalsIgnoreCase("abort")) {
        beyond.add(where + " ON CONFLICT " + action);
      }
    }
  }
}
