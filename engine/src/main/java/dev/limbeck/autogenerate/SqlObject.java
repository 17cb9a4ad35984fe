package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.QualifiedName;
import dev.limbeck.sql.SqlText;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that entities want beside tables, sequences and types of the model, and that SQL of
 * theirs makes: a view, a composite type, an auxiliary object.
 *
 * @param name what it is called in notes and in the mapping file: {@code view open_order}
 * @param kind what it is
 * @param object its name in the database; null where only its SQL knows it
 * @param beforeTables true where tables may need it
 * @param scoped true where the mapping says for which databases it is
 * @param statements how it is made and taken away, by the name of a dialect; dialects that have
 *     none of it are not there
 */
public record SqlObject(
    String name,
    Kind kind,
    @Nullable QualifiedName object,
    boolean beforeTables,
    boolean scoped,
    SortedMap<String, Statements> statements) {
  public SqlObject {
    requireNonNull(name, "name");
    requireNonNull(kind, "kind");
    statements = Collections.unmodifiableSortedMap(new TreeMap<>(statements));
  }

  /** What an object is. */
  public enum Kind {
    VIEW,
    COMPOSITE_TYPE,
    OTHER
  }

  /**
   * The SQL of an object on one database.
   *
   * @param create makes it
   * @param drop takes it away; empty where nothing is known that does
   */
  public record Statements(List<String> create, List<String> drop) {
    public Statements {
      create = List.copyOf(create);
      drop = List.copyOf(drop);
    }

    /** True where both make the same, whatever the spacing and the case of words. */
    public boolean makesSameAs(Statements other) {
      if (create.size() != other.create.size()) {
        return false;
      }
      for (int i = 0; i < create.size(); i++) {
        if (!SqlText.sameTokens(create.get(i), other.create.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  /** The same object with the statements of another dialect too. */
  public SqlObject and(String dialect, Statements more) {
    SortedMap<String, Statements> all = new TreeMap<>(statements);
    all.put(dialect, more);
    return new SqlObject(name, kind, object, beforeTables, scoped, all);
  }
}
