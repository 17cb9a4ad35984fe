package dev.limbeck.scanner.boot;

import dev.limbeck.model.QualifiedName;
import org.hibernate.boot.Metadata;
import org.hibernate.id.enhanced.DatabaseStructure;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.id.enhanced.TableGenerator;
import org.hibernate.mapping.RootClass;
import org.jspecify.annotations.Nullable;

/** Which sequence, or table that stands for one, entities get their ids from. */
final class IdGenerators {
  private IdGenerators() {}

  /** Its name; null where ids come from elsewhere. */
  static @Nullable QualifiedName of(RootClass entity, Metadata metadata, Names names) {
    Object generator = generator(entity, metadata);
    if (generator instanceof SequenceStyleGenerator sequence) {
      DatabaseStructure structure = sequence.getDatabaseStructure();
      return names.of(
          structure.getPhysicalName().getSchemaName(), structure.getPhysicalName().getObjectName());
    }
    return generator instanceof TableGenerator table
        ? QualifiedName.parse(table.getTableName())
        : null;
  }

  /**
   * The generator, made once more. One of an application's own may need more than the metadata; as
   * Hibernate does at this time, that is taken for no generator.
   */
  private static @Nullable Object generator(RootClass entity, Metadata metadata) {
    try {
      return NewerMembers.generator(
          entity.getIdentifier(), metadata.getDatabase().getDialect(), entity);
    } catch (RuntimeException e) {
      return null;
    }
  }
}
