package dev.limbeck.scanner.boot;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.InitCommand;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.KeyValue;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * What the supported versions of Hibernate do not all say with the same words, and what holds where
 * one does not say it.
 *
 * <p>By reflection, so that one compiled scanner runs with each. Everything else in this package
 * links with all of them: a test holds its references against their classes.
 */
final class NewerMembers {
  /** They are asked for with each table and column, and copied each time by the class itself. */
  private static final ClassValue<List<Method>> METHODS =
      new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
          return List.of(type.getMethods());
        }
      };

  private NewerMembers() {}

  /** True where Hibernate's DDL has NOT NULL on generated columns; 7.0 has it everywhere. */
  static boolean hasNotNullOnGenerated(Dialect dialect) {
    Method method = method(Dialect.class, "supportsNotNullAfterGeneratedAs", 0);
    return method == null || (boolean) call(method, dialect);
  }

  /**
   * The {@code options} of a table, column, key, index or sequence; empty where there are none, as
   * before 7.0.
   */
  static String options(Object object) {
    Method method = method(object.getClass(), "getOptions", 0);
    Object options = method == null ? null : call(method, object);
    return options == null ? "" : options.toString();
  }

  /** The code of a column's type; what it takes has another name since 7.0. */
  static int typeCode(Column column, Metadata metadata) {
    Method method = method(Column.class, "getSqlTypeCode", 1);
    return (int) call(known(method, "Column.getSqlTypeCode"), column, metadata);
  }

  /** What gives out an entity's ids; before 7.0 it took a factory too, which had made it by now. */
  static @Nullable Object generator(KeyValue id, Dialect dialect, RootClass entity) {
    Method newer = method(id.getClass(), "createGenerator", 2);
    return newer == null
        ? call(
            known(method(id.getClass(), "createGenerator", 3), "KeyValue.createGenerator"),
            id,
            null,
            dialect,
            entity)
        : call(newer, id, dialect, entity);
  }

  /** The foreign keys of a table, those too that are not created. */
  static List<ForeignKey> foreignKeys(Table table) {
    Object keys = eitherOf(table, "getForeignKeyCollection", "getForeignKeys");
    Collection<?> all = keys instanceof Map<?, ?> map ? map.values() : (Collection<?>) keys;
    return all.stream().map(ForeignKey.class::cast).toList();
  }

  /** The statements that a table is filled with when it is created. */
  static List<String> statements(InitCommand command) {
    return List.of((String[]) eitherOf(command, "initCommands", "getInitCommands"));
  }

  /** The catalog that a namespace belongs to; null where the mapping names none. */
  static @Nullable Identifier catalog(Namespace namespace) {
    return (Identifier) nullableEitherOf(namespace.getPhysicalName(), "catalog", "getCatalog");
  }

  private static Object eitherOf(Object target, String newer, String older) {
    Object value = nullableEitherOf(target, newer, older);
    if (value == null) {
      throw new IllegalStateException(newer + " is null");
    }
    return value;
  }

  private static @Nullable Object nullableEitherOf(Object target, String newer, String older) {
    Method method = method(target.getClass(), newer, 0);
    return call(
        method == null ? known(method(target.getClass(), older, 0), older) : method, target);
  }

  private static Method known(@Nullable Method method, String name) {
    if (method == null) {
      throw new NoSuchMethodError(name);
    }
    return method;
  }

  private static @Nullable Method method(Class<?> type, String name, int parameters) {
    for (Method method : METHODS.get(type)) {
      if (method.getName().equals(name) && method.getParameterCount() == parameters) {
        return method;
      }
    }
    return null;
  }

  private static @Nullable Object call(
      Method method, Object target, @Nullable Object... arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
