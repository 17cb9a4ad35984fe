package dev.limbeck.scanner.boot;

import java.lang.reflect.InvocationTargetException;
import org.hibernate.dialect.Dialect;

/** What later versions of Hibernate 7 say of themselves, and what holds for earlier ones. */
final class NewerMembers {
  private NewerMembers() {}

  /** True where Hibernate's DDL has NOT NULL on generated columns; 7.0 has it everywhere. */
  static boolean hasNotNullOnGenerated(Dialect dialect) {
    try {
      return (boolean) Dialect.class.getMethod("supportsNotNullAfterGeneratedAs").invoke(dialect);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
