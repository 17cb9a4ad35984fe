package dev.limbeck.scanner.boot;

import dev.limbeck.autogenerate.CounterRow;
import dev.limbeck.model.QualifiedName;
import org.hibernate.boot.Metadata;
import org.hibernate.id.enhanced.DatabaseStructure;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.id.enhanced.TableGenerator;
import org.hibernate.mapping.RootClass;
import org.jspecify.annotations.Nullable;

/**
 * What entities get their ids from.
 *
 * @param name the sequence, or the table that stands for one
 * @param counter the row of such a table; null where it has but one, or where Hibernate counts in
 *     it otherwise than by the last id of a block
 */
record IdGenerators(QualifiedName name, @Nullable CounterRow counter) {

  /** The sequence or table of an entity; null where ids come from elsewhere. */
  static @Nullable IdGenerators of(RootClass entity, Metadata metadata, Names names) {
    Object generator = generator(entity, metadata);
    if (generator instanceof SequenceStyleGenerator sequence) {
      DatabaseStructure structure = sequence.getDatabaseStructure();
      return new IdGenerators(
          names.of(
              structure.getPhysicalName().getSchemaName(),
              structure.getPhysicalName().getObjectName()),
          null);
    }
    return generator instanceof TableGenerator table
        ? new IdGenerators(QualifiedName.parse(table.getTableName()), counter(table))
        : null;
  }

  private static @Nullable CounterRow counter(TableGenerator table) {
    int increment = table.getIncrementSize();
    boolean countsIds = table.getOptimizer().applyIncrementSizeToSourceValues() || increment == 1;
    return increment > 0 && countsIds ? new CounterRow(table.getSegmentValue(), increment) : null;
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
