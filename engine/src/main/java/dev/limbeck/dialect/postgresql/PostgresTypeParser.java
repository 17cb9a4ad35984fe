package dev.limbeck.dialect.postgresql;

import dev.limbeck.model.ArrayType;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.NativeType;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.ScalarType.Kind;
import dev.limbeck.model.Types;
import dev.limbeck.sql.SqlText;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the spellings of a type: Hibernate's, an author's, and that of {@code format_type}.
 *
 * <p>A name that PostgreSQL itself has no type of is a {@link NamedType}: an enumerated type, a
 * domain, or the type of an extension. Its own types that no neutral type stands for are native.
 */
final class PostgresTypeParser {

  /** Precision of an interval of seconds in Hibernate; PostgreSQL keeps the scale only. */
  private static final int DIGITS_OF_INTERVAL = 21;

  /** No type takes a number of more digits. */
  private static final int LONGEST_NUMBER = 9;

  /**
   * The types of PostgreSQL 18 in {@code pg_catalog} that no neutral type stands for, and its
   * keywords that make a column one of several things.
   */
  private static final Set<String> NATIVE =
      Set.of(
          """
          aclitem bit box bpchar char cid cidr circle cstring datemultirange daterange gtsvector \
          int2vector int4multirange int4range int8multirange int8range interval json jsonpath line \
          lseg macaddr macaddr8 money name nummultirange numrange oidvector path pg_lsn \
          pg_node_tree pg_snapshot point polygon refcursor regclass regcollation regconfig \
          regdictionary regnamespace regoper regoperator regproc regprocedure regrole regtype \
          serial serial2 serial4 serial8 smallserial bigserial tid tsmultirange tsquery tsrange \
          tstzmultirange tstzrange tsvector txid_snapshot varbit xid xid8"""
              .split(" "));

  private final String sql;
  private List<SqlToken> tokens;

  PostgresTypeParser(String sql) {
    this.sql = sql.strip();
    this.tokens = SqlTokenizer.code(sql);
  }

  ColumnType type() {
    boolean array = withoutBrackets() | withoutWord("array");
    while (withoutBrackets()) {
      array = true;
    }
    ColumnType element = element();
    return array ? new ArrayType(element) : element;
  }

  /** Removes {@code [3]} or {@code []} from the end; true where there was one. */
  private boolean withoutBrackets() {
    boolean found = false;
    while (tokens.size() > 2 && last(0).isSymbol("]")) {
      int open = last(1).isSymbol("[") ? 1 : 2;
      if (tokens.size() <= open + 1 || !last(open).isSymbol("[")) {
        return found;
      }
      tokens = tokens.subList(0, tokens.size() - open - 1);
      found = true;
    }
    return found;
  }

  private boolean withoutWord(String word) {
    if (tokens.size() < 2 || !last(0).isWord(word)) {
      return false;
    }
    tokens = tokens.subList(0, tokens.size() - 1);
    return true;
  }

  private SqlToken last(int back) {
    return tokens.get(tokens.size() - 1 - back);
  }

  private ColumnType element() {
    if (tokens.size() > 2 && tokens.get(0).isWord("pg_catalog") && tokens.get(1).isSymbol(".")) {
      tokens = tokens.subList(2, tokens.size());
    }
    StringBuilder name = new StringBuilder();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      if (token.kind() == SqlToken.Kind.WORD) {
        name.append(name.isEmpty() ? "" : " ").append(token.text().toLowerCase(Locale.ROOT));
      } else if (token.isSymbol("(") && numbers.isEmpty() && SqlText.closing(tokens, i) > i) {
        int close = SqlText.closing(tokens, i);
        if (!read(tokens.subList(i + 1, close), numbers)) {
          return other();
        }
        i = close;
      } else {
        return other();
      }
    }
    ColumnType known = known(name.toString(), numbers);
    String bits = known == null ? bits(name.toString(), numbers) : null;
    return known != null ? known : bits != null ? new NativeType(bits) : other();
  }

  /** Reads whole numbers divided by commas; false where there is anything else. */
  private static boolean read(List<SqlToken> inner, List<Integer> numbers) {
    boolean negative = false;
    for (SqlToken token : inner) {
      if (isShortNumber(token)) {
        numbers.add(Integer.parseInt(negative ? "-" + token.text() : token.text()));
        negative = false;
      } else if (token.isSymbol("-")) {
        negative = true;
      } else if (!token.isSymbol(",")) {
        return false;
      }
    }
    return !numbers.isEmpty();
  }

  private static boolean isShortNumber(SqlToken token) {
    return token.kind() == SqlToken.Kind.NUMBER
        && token.text().length() <= LONGEST_NUMBER
        && token.text().chars().allMatch(Character::isDigit);
  }

  /** The neutral type of a spelling, or null where there is none. */
  private static @Nullable ColumnType known(String name, List<Integer> numbers) {
    Integer first = numbers.isEmpty() ? null : numbers.get(0);
    if (numbers.size() == 2) {
      return name.equals("numeric") || name.equals("decimal") || name.equals("dec")
          ? Types.numeric(numbers.get(0), numbers.get(1))
          : null;
    }
    if (numbers.size() > 2) {
      return null;
    }
    return switch (name) {
      case "numeric", "decimal", "dec" -> first == null ? Types.numeric() : Types.numeric(first, 0);
      case "float" -> Types.scalar(PostgresTypes.floatOf(first));
      case "character", "char", "nchar", "national character", "national char" ->
          Types.character(first == null ? 1 : first);
      case "bpchar" -> first == null ? null : Types.character(first);
      case "character varying",
          "varchar",
          "char varying",
          "national character varying",
          "national char varying",
          "nchar varying" ->
          Types.scalar(Kind.VARCHAR, first, null);
      case "time", "time without time zone" -> Types.time(PostgresTypes.digitsOfSecond(first));
      case "timetz", "time with time zone" -> Types.timeTz(PostgresTypes.digitsOfSecond(first));
      case "timestamp", "timestamp without time zone" ->
          Types.timestamp(PostgresTypes.digitsOfSecond(first));
      case "timestamptz", "timestamp with time zone" ->
          Types.timestampTz(PostgresTypes.digitsOfSecond(first));
      case "interval second" ->
          first == null
              ? Types.scalar(Kind.INTERVAL)
              : Types.interval(DIGITS_OF_INTERVAL, PostgresTypes.digitsOfSecond(first));
      default -> first == null ? plain(name) : null;
    };
  }

  /** A string of bits as the catalog spells it, or null for another type. */
  private static @Nullable String bits(String name, List<Integer> numbers) {
    if (numbers.size() > 1) {
      return null;
    }
    return switch (name) {
      case "bit" -> "bit(" + (numbers.isEmpty() ? 1 : numbers.get(0)) + ")";
      case "varbit", "bit varying" ->
          "bit varying" + (numbers.isEmpty() ? "" : "(" + numbers.get(0) + ")");
      default -> null;
    };
  }

  private static @Nullable ColumnType plain(String name) {
    return switch (name) {
      case "boolean", "bool" -> Types.bool();
      case "smallint", "int2" -> Types.smallint();
      case "integer", "int", "int4" -> Types.integer();
      case "bigint", "int8" -> Types.bigint();
      case "real", "float4" -> Types.real();
      case "double precision", "float8" -> Types.doublePrecision();
      case "text" -> Types.text();
      case "oid" -> Types.blob();
      case "bytea" -> Types.bytes();
      case "date" -> Types.date();
      case "uuid" -> Types.uuid();
      case "jsonb" -> Types.json();
      case "xml" -> Types.xml();
      case "inet" -> Types.inet();
      case "geometry" -> Types.geometry();
      case "geography" -> Types.geography();
      default -> null;
    };
  }

  /** A name of the schema's own where the tokens are one, else the type in its own words. */
  private ColumnType other() {
    if (tokens.size() == 1 && isName(0) && !isNative(tokens.get(0))) {
      return new NamedType(QualifiedName.of(name(0)));
    }
    if (tokens.size() == 3 && isName(0) && tokens.get(1).isSymbol(".") && isName(2)) {
      return new NamedType(new QualifiedName(name(0), name(2)));
    }
    return new NativeType(
        tokens.isEmpty() ? sql : sql.substring(tokens.get(0).start(), last(0).end()));
  }

  private boolean isName(int i) {
    return tokens.get(i).kind() == SqlToken.Kind.WORD
        || tokens.get(i).kind() == SqlToken.Kind.QUOTED;
  }

  private static boolean isNative(SqlToken token) {
    return NATIVE.contains(
        token.kind() == SqlToken.Kind.WORD ? token.text().toLowerCase(Locale.ROOT) : token.value());
  }

  private Identifier name(int i) {
    SqlToken token = tokens.get(i);
    return token.kind() == SqlToken.Kind.WORD
        ? Identifier.of(token.text())
        : Identifier.stored(token.value());
  }
}
