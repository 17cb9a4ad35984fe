package dev.limbeck.scanner.merge;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.model.Column;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import dev.limbeck.scanner.bridge.BootedSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where ids come from under several dialects. Hibernate's native generators, those of Envers among
 * them, are a sequence on PostgreSQL and an identity on SQLite: the application has to find each
 * where it looks for it.
 *
 * <p>So all sequences are made everywhere, and a column that one dialect wants as an identity is
 * one, since an identity takes the numbers of a sequence too; unless it numbers itself there
 * anyway.
 */
final class GeneratorMerge {
  private final List<Dialect> dialects;
  private final List<BootedSchema> schemas;

  GeneratorMerge(List<Dialect> dialects, List<BootedSchema> schemas) {
    this.dialects = dialects;
    this.schemas = schemas;
  }

  /** The sequences of all dialects; those of the first one stand first. */
  List<Sequence> sequences() {
    Map<QualifiedName, Sequence> all = new LinkedHashMap<>();
    for (BootedSchema schema : schemas) {
      schema.model().sequences().forEach(sequence -> all.putIfAbsent(sequence.name(), sequence));
    }
    return List.copyOf(all.values());
  }

  /**
   * What makes the values of a column that none of the dialects computes.
   *
   * @param tables the column's table under each dialect
   * @param columns the column under each dialect
   */
  @Nullable Generation generation(List<Table> tables, List<Column> columns) {
    for (int i = 0; i < columns.size(); i++) {
      Generation generation = columns.get(i).generation();
      boolean itself =
          hasPlain(columns)
              && dialects.get(i).projection().numbersItself(tables.get(i), columns.get(i));
      if (generation != null && !itself) {
        return generation;
      }
    }
    return null;
  }

  private static boolean hasPlain(List<Column> columns) {
    return columns.stream().map(Column::generation).anyMatch(Objects::isNull);
  }

  /** What one dialect has of another one's, a line for each. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (schemas.size() == 1) {
      return notes;
    }
    for (Sequence sequence : sequences()) {
      String where = where(schema -> has(schema, sequence.name()));
      if (!where.isEmpty()) {
        notes.add(
            "sequence "
                + sequence.name()
                + ": the mapping wants it on "
                + where
                + " only; revisions"
                + " make it everywhere");
      }
    }
    for (Table table : schemas.get(0).model().tables()) {
      for (Column column : table.columns()) {
        String where = where(schema -> isIdentity(schema, table.name(), column.name()));
        if (!where.isEmpty()) {
          notes.add(
              "column "
                  + table.name()
                  + "."
                  + column.name()
                  + ": the mapping wants an identity on "
                  + where
                  + " only; elsewhere the ids come from the application");
        }
      }
    }
    return notes;
  }

  /** The dialects of which something is true; empty where it is of all or none. */
  private String where(Predicate<BootedSchema> isTrue) {
    List<String> there = schemas.stream().filter(isTrue).map(BootedSchema::dialect).toList();
    return there.size() == schemas.size() ? "" : String.join(", ", there);
  }

  private static boolean has(BootedSchema schema, QualifiedName sequence) {
    return schema.model().sequences().stream().anyMatch(each -> each.name().equals(sequence));
  }

  private static boolean isIdentity(BootedSchema schema, QualifiedName table, Identifier column) {
    Table found = schema.model().table(table);
    Column there = found == null ? null : found.column(column);
    return there != null && there.generation() instanceof Generation.Identity;
  }
}
