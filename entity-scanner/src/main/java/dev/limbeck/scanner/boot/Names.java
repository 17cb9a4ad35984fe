package dev.limbeck.scanner.boot;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import java.util.Collection;
import java.util.List;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** Hibernate's names as those of the model. */
final class Names {
  private final @Nullable Identifier defaultSchema;

  /**
   * @param defaultSchema the schema of whatever names none, or null for the connection's
   */
  Names(@Nullable String defaultSchema) {
    this.defaultSchema =
        defaultSchema == null || defaultSchema.isBlank() ? null : rendered(defaultSchema);
  }

  static Identifier of(org.hibernate.boot.model.naming.Identifier name) {
    return new Identifier(name.getText(), name.isQuoted());
  }

  static Identifier of(Column column) {
    return new Identifier(column.getName(), column.isQuoted());
  }

  static List<Identifier> of(Collection<Column> columns) {
    return columns.stream().map(Names::of).toList();
  }

  /** A name that Hibernate holds as text, in quotes where it is quoted. */
  static Identifier rendered(String text) {
    return of(org.hibernate.boot.model.naming.Identifier.toIdentifier(text));
  }

  /** A comment; mappings double its quotes, since Hibernate puts it between quotes as it is. */
  static @Nullable String comment(@Nullable String comment) {
    return comment == null ? null : comment.replace("''", "'");
  }

  QualifiedName of(Table table) {
    return of(table.getSchemaIdentifier(), table.getNameIdentifier());
  }

  QualifiedName of(
      org.hibernate.boot.model.naming.@Nullable Identifier schema,
      org.hibernate.boot.model.naming.Identifier name) {
    return new QualifiedName(schema == null ? defaultSchema : of(schema), of(name));
  }
}
