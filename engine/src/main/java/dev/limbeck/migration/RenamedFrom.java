package dev.limbeck.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says under which name a table or column was kept before, so that autogenerate renames it and its
 * rows stay.
 *
 * <p>On an entity it speaks of its table, on an attribute of its column, or of the table of a
 * collection. It is needed only where Limbeck cannot see the rename by itself, since class or
 * attribute have another name too; it may stay when the rename has been made.
 *
 * <pre>{@code
 * @RenamedFrom("total")
 * BigDecimal totalAmount;
 * }</pre>
 */
@Documented
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RenamedFrom {

  /** The old names, as the database has them; in back ticks where they are quoted. */
  String[] value();
}
