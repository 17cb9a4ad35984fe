package dev.limbeck.sql;

import java.util.Locale;
import java.util.Set;

/** Words that may be names without quotes, in any of the databases. */
public final class SqlWords {

  /** What PostgreSQL reserves, and what SQLite does. */
  private static final Set<String> RESERVED =
      Set.of(
          """
          abort action add after all alter always analyse analyze and any array as asc asymmetric \
          attach authorization autoincrement before begin between binary both by cascade case cast \
          check collate collation column commit concurrently conflict constraint create cross current \
          current_catalog current_date current_role current_schema current_time current_timestamp \
          current_user database default deferrable deferred delete desc detach distinct do drop each \
          else end escape except exclude exclusive exists explain fail false fetch filter first \
          following for foreign freeze from full generated glob grant group groups having if ignore \
          ilike immediate in index indexed initially inner insert instead intersect into is isnull \
          join key last lateral leading left like limit localtime localtimestamp match materialized \
          natural no not nothing notnull null nulls of offset on only or order others outer over \
          overlaps partition placing plan pragma preceding primary query raise range recursive \
          references regexp reindex release rename replace restrict returning right rollback row \
          rows savepoint select session_user set similar some symmetric system_user table \
          tablesample temp temporary then ties to trailing transaction trigger true unbounded union \
          unique update user using vacuum values variadic verbose view virtual when where window \
          with within without"""
              .split(" "));

  private SqlWords() {}

  /** True for a word that means a column of that name wherever it stands in an expression. */
  public static boolean isPlainName(String word) {
    if (RESERVED.contains(word.toLowerCase(Locale.ROOT))) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c > 127;
      if (!letter && (i == 0 || !(c >= '0' && c <= '9' || c == '$'))) {
        return false;
      }
    }
    return !word.isEmpty();
  }
}
