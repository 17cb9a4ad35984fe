package dev.limbeck.scanner.boot;

import dev.limbeck.Background;
import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.EntityModel.Setting;
import dev.limbeck.autogenerate.SqlObject;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.ScalarType.Kind;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import dev.limbeck.scanner.bridge.BootRequest;
import dev.limbeck.scanner.bridge.BootedSchema;
import dev.limbeck.scanner.bridge.ColumnPlace;
import dev.limbeck.scanner.ddl.SequenceOptionsText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Namespace;

/** Makes the model of a schema from Hibernate's metadata. */
final class SchemaReader {
  private final BootRequest request;
  private final Metadata metadata;
  private final RecordingNaming naming;
  private final Names names;
  private final List<String> notes;

  SchemaReader(BootRequest request, Metadata metadata, RecordingNaming naming, List<String> notes) {
    this.request = request;
    this.metadata = metadata;
    this.naming = naming;
    this.names = new Names(request.properties().get("hibernate.default_schema"));
    this.notes = notes;
  }

  /**
   * Reads all of it.
   *
   * @throws LimbeckException LMB-116 where the dialect has no type for a column
   */
  BootedSchema read(List<Setting> settings) {
    Background<MappingReader, RuntimeException> mappings =
        Background.begin("limbeck-mapping", () -> new MappingReader(metadata, names));
    try {
      return read(settings, mappings);
    } finally {
      mappings.await();
    }
  }

  private BootedSchema read(
      List<Setting> settings, Background<MappingReader, RuntimeException> mappings) {
    List<EnumType> enumTypes =
        AuxiliaryObjects.enumTypes(metadata, metadata.getDatabase().getDialect());
    Map<ColumnPlace, Kind> kinds = new TreeMap<>(SchemaReader::compare);
    SortedMap<QualifiedName, Table> tables = new TreeMap<>();
    SortedMap<QualifiedName, Sequence> sequences = new TreeMap<>();
    List<String> failures = new ArrayList<>();
    TableReader reader = new TableReader(metadata, naming, names, enumTypes, kinds, notes);
    for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
      noteCatalog(namespace);
      for (org.hibernate.mapping.Table table : namespace.getTables()) {
        if (table.isPhysicalTable() && !table.isView()) {
          Table read = reader.read(table, failures);
          tables.put(read.name(), read);
        }
      }
      for (var sequence : namespace.getSequences()) {
        Sequence read = sequence(sequence);
        sequences.put(read.name(), read);
      }
    }
    if (!failures.isEmpty()) {
      throw new LimbeckException(
          "LMB-116",
          "The database "
              + request.dialect()
              + " has no type for these attributes.\n  "
              + String.join("\n  ", failures)
              + "\n  Give them a columnDefinition, or leave the dialect out.");
    }
    var model =
        new DatabaseModel(
            schemas(tables.keySet(), sequences.keySet()),
            tables.values(),
            sequences.values(),
            enumTypes);
    List<SqlObject> sqlObjects =
        new DefinedObjects(
                request.dialect(),
                metadata,
                names,
                request.properties().get("hibernate.default_schema"))
            .read();
    MappingReader mapping = mappings.get();
    return new BootedSchema(
        request.dialect(),
        model,
        sqlObjects,
        kinds,
        mapping.places(),
        mapping.generators(),
        mapping.counters(),
        mapping.renamedFrom(),
        notes,
        settings);
  }

  private static int compare(ColumnPlace a, ColumnPlace b) {
    int byTable = a.table().compareTo(b.table());
    return byTable != 0 ? byTable : a.column().compareTo(b.column());
  }

  private static Set<Identifier> schemas(Set<QualifiedName> tables, Set<QualifiedName> sequences) {
    Set<Identifier> schemas = new TreeSet<>();
    for (Set<QualifiedName> objects : List.of(tables, sequences)) {
      for (QualifiedName name : objects) {
        if (name.schema() != null) {
          schemas.add(name.schema());
        }
      }
    }
    return schemas;
  }

  private void noteCatalog(Namespace namespace) {
    var catalog = NewerMembers.catalog(namespace);
    if (catalog != null && !namespace.getTables().isEmpty()) {
      notes.add("catalog " + catalog + ": left out, a connection leads to one database");
    }
  }

  private Sequence sequence(org.hibernate.boot.model.relational.Sequence sequence) {
    var name = sequence.getName();
    int start = sequence.getInitialValue();
    int increment = sequence.getIncrementSize();
    // As Hibernate's own statement has it: the databases' least number would be 1.
    Long minimum = increment > 0 && start <= 0 ? (long) start : null;
    Long maximum = increment < 0 && start >= 0 ? (long) start : null;
    QualifiedName qualified = names.of(name.getSchemaName(), name.getSequenceName());
    SequenceOptionsText text =
        SequenceOptionsText.parse(
            Sequence.of(qualified, start, increment).withBounds(minimum, maximum),
            NewerMembers.options(sequence));
    if (!text.unread().isEmpty()) {
      notes.add("sequence " + qualified + ": not all of its options are read: " + text.unread());
    }
    return text.sequence();
  }
}
