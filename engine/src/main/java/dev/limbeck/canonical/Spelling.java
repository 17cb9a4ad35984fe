package dev.limbeck.canonical;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.sql.SqlText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How names and pieces of SQL are written. */
enum Spelling {
  /** As the revision has them. */
  AS_WRITTEN {
    @Override
    String name(Identifier name) {
      return name.toString();
    }

    @Override
    String name(QualifiedName name) {
      return name.toString();
    }

    @Override
    @Nullable String standIn(@Nullable String sql) {
      return sql;
    }

    @Override
    boolean manner(boolean flag) {
      return flag;
    }

    @Override
    String expression(String sql) {
      return sql;
    }

    @Override
    <T extends Comparable<T>> List<T> set(List<T> values) {
      return values;
    }
  },

  /** One spelling for all that are equal in the model. */
  NORMAL {
    @Override
    String name(Identifier name) {
      return Identifier.quoted(name.key()).toString();
    }

    @Override
    String name(QualifiedName name) {
      return name.schema() == null
          ? name(name.name())
          : name(name.schema()) + "." + name(name.name());
    }

    @Override
    @Nullable String standIn(@Nullable String sql) {
      return null;
    }

    @Override
    boolean manner(boolean flag) {
      return false;
    }

    @Override
    String expression(String sql) {
      return SqlText.normal(plainLines(sql));
    }

    @Override
    <T extends Comparable<T>> List<T> set(List<T> values) {
      return values.stream().distinct().sorted().toList();
    }
  };

  abstract String name(Identifier name);

  abstract String name(QualifiedName name);

  /** An expression, or the database's own word for a type. */
  abstract String expression(String sql);

  /**
   * SQL that is not what a revision does: what stands for Java code in scripts, or asks whether a
   * step is done. It makes no difference between revisions.
   */
  abstract @Nullable String standIn(@Nullable String sql);

  /** How something is done, which makes no difference between revisions. */
  abstract boolean manner(boolean flag);

  /** The values of a list whose order makes no difference. */
  abstract <T extends Comparable<T>> List<T> set(List<T> values);

  /** A text whose lines end as they do in a source file on any system. */
  static String plainLines(String text) {
    return text.replace("\r\n", "\n");
  }
}
