package dev.limbeck.diff;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Domain;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts a live database into neutral terms, so that the differ sees nothing that the database merely
 * cannot show.
 *
 * <p>Each fact of the database is explained by the models that may have led to it: where the
 * projection of a model's fact is what the database has, the fact is taken as the model states it.
 * Explained by the replay first, an {@code int} that became {@code long} shows even on a database
 * that has one integer type; explained by the entities first, only what the database can show is a
 * difference.
 *
 * <p>What no model knows is a stranger: it is named, and left alone. What a model knows but the
 * database has in another state stays as the database has it, and so becomes a difference.
 */
public final class Reconciler {
  private final Dialect dialect;
  private final List<DatabaseModel> explanations;
  private final @Nullable Identifier defaultSchema;
  private final boolean keepStrangers;
  private final Set<Identifier> madeSchemas;

  /**
   * @param dialect the database's dialect
   * @param explanations the models that may explain the database, the first one that fits wins
   * @param defaultSchema the connection's default schema, which a model may name or leave out; null
   *     where there is none
   * @param keepStrangers true to take what no model knows into the result, so that the differ drops
   *     it
   * @param madeSchemas the schemas that revisions made
   */
  public Reconciler(
      Dialect dialect,
      List<DatabaseModel> explanations,
      @Nullable String defaultSchema,
      boolean keepStrangers,
      Set<Identifier> madeSchemas) {
    this.madeSchemas = Set.copyOf(madeSchemas);
    this.dialect = dialect;
    this.defaultSchema = defaultSchema == null ? null : dialect.identifiers().stored(defaultSchema);
    this.explanations = explanations.stream().map(this::withoutDefaultSchema).toList();
    this.keepStrangers = keepStrangers;
  }

  /**
   * The database in neutral terms.
   *
   * @param live what the introspector read
   * @param connection the database, to be asked how it spells expressions; null where it cannot be
   *     asked
   */
  public Reconciled reconcile(DatabaseModel live, @Nullable Connection connection)
      throws SQLException {
    Spelling spelling = new Spelling(dialect);
    Reconciled reconciled = pass(live, spelling);
    spelling.ask(connection);
    return spelling.undecided() ? pass(live, spelling) : reconciled;
  }

  /** The model with the connection's default schema left out of all names. */
  public DatabaseModel withoutDefaultSchema(DatabaseModel model) {
    if (defaultSchema == null || !model.schemas().contains(defaultSchema) && !mentions(model)) {
      return model;
    }
    Set<Identifier> schemas = new LinkedHashSet<>(model.schemas());
    schemas.remove(defaultSchema);
    return new DatabaseModel(
        schemas,
        model.tables().stream().map(this::withoutDefaultSchema).toList(),
        model.sequences().stream()
            .map(sequence -> sequence.withName(plain(sequence.name())))
            .toList(),
        model.enumTypes().stream().map(type -> type.withName(plain(type.name()))).toList(),
        model.domains().stream().map(each -> each.withName(plain(each.name()))).toList());
  }

  private boolean mentions(DatabaseModel model) {
    return model.tables().stream().anyMatch(table -> inDefault(table.name()))
        || model.sequences().stream().anyMatch(sequence -> inDefault(sequence.name()))
        || model.enumTypes().stream().anyMatch(type -> inDefault(type.name()));
  }

  private boolean inDefault(QualifiedName name) {
    return name.schema() != null && name.schema().equals(defaultSchema);
  }

  /** The name without the connection's default schema. */
  public QualifiedName plain(QualifiedName name) {
    return inDefault(name) ? name.withSchema(null) : name;
  }

  private Table withoutDefaultSchema(Table table) {
    return table
        .withName(plain(table.name()))
        .withConstraints(
            table.constraints().stream()
                .map(
                    constraint ->
                        constraint instanceof ForeignKey key
                            ? key.withTarget(plain(key.target()), key.targetColumns())
                            : constraint)
                .toList());
  }

  private Reconciled pass(DatabaseModel live, Spelling spelling) {
    List<String> strangers = new ArrayList<>();
    TableReconciler reconciler = new TableReconciler(dialect, spelling, keepStrangers, strangers);
    List<Map<QualifiedName, Table>> known = explanations.stream().map(this::byStoredName).toList();
    List<Table> tables = new ArrayList<>();
    for (Table table : live.tables()) {
      List<Table> candidates = new ArrayList<>();
      for (Map<QualifiedName, Table> model : known) {
        Table candidate = model.get(dialect.projection().name(table.name()));
        if (candidate != null) {
          candidates.add(candidate);
        }
      }
      if (!candidates.isEmpty()) {
        tables.add(reconciler.reconcile(table, candidates));
      } else {
        strangers.add("table " + table.name());
        if (keepStrangers) {
          tables.add(table);
        }
      }
    }
    DatabaseModel model =
        new DatabaseModel(
            schemas(live, tables),
            tables,
            sequences(live, strangers),
            enumTypes(live, strangers),
            domains(live, reconciler, strangers));
    return new Reconciled(model, strangers, spelling.unverified());
  }

  private Map<QualifiedName, Table> byStoredName(DatabaseModel model) {
    Map<QualifiedName, Table> byName = new HashMap<>();
    model.tables().forEach(table -> byName.put(dialect.projection().name(table.name()), table));
    return byName;
  }

  /**
   * The schemas that are there. A database without schemas has one as soon as it has a table of it,
   * or a revision made it: else the first revision would not make it for the others.
   */
  private Set<Identifier> schemas(DatabaseModel live, List<Table> tables) {
    Set<Identifier> schemas = new LinkedHashSet<>();
    if (!dialect.projection().hasSchemas()) {
      tables.stream()
          .map(table -> table.name().schema())
          .filter(Objects::nonNull)
          .forEach(schemas::add);
      Set<Identifier> known = new LinkedHashSet<>(madeSchemas);
      explanations.forEach(model -> known.addAll(model.schemas()));
      schemas.retainAll(known);
      schemas.addAll(madeSchemas);
      return schemas;
    }
    for (DatabaseModel model : explanations) {
      model.schemas().stream().filter(live.schemas()::contains).forEach(schemas::add);
    }
    return schemas;
  }

  private List<Sequence> sequences(DatabaseModel live, List<String> strangers) {
    List<Sequence> sequences = new ArrayList<>();
    for (Sequence sequence : live.sequences()) {
      Sequence explained = null;
      Sequence known = null;
      for (DatabaseModel model : explanations) {
        for (Sequence candidate : model.sequences()) {
          Sequence projected = dialect.projection().sequence(candidate);
          if (projected != null && projected.name().equals(sequence.name())) {
            known = known == null ? candidate : known;
            explained = explained == null && projected.equals(sequence) ? candidate : explained;
          }
        }
      }
      if (explained != null) {
        sequences.add(explained);
      } else if (known != null) {
        sequences.add(sequence.withName(known.name()));
      } else {
        strangers.add("sequence " + sequence.name());
        if (keepStrangers) {
          sequences.add(sequence);
        }
      }
    }
    addHidden(sequences);
    return sequences;
  }

  private void addHidden(List<Sequence> sequences) {
    if (!explanations.isEmpty()) {
      explanations.get(0).sequences().stream()
          .filter(sequence -> dialect.projection().sequence(sequence) == null)
          .forEach(sequences::add);
    }
  }

  /** Domains that a revision made, or that columns of entities are of. */
  private List<Domain> domains(DatabaseModel live, TableReconciler tables, List<String> strangers) {
    DomainReconciler reconciler = new DomainReconciler(tables, dialect.expressions());
    List<Domain> domains = new ArrayList<>();
    if (!dialect.projection().hasDomains()) {
      return explanations.isEmpty() ? domains : known();
    }
    for (Domain domain : live.domains()) {
      Domain known =
          known().stream()
              .filter(each -> dialect.projection().name(each.name()).equals(domain.name()))
              .findFirst()
              .orElse(null);
      if (known != null) {
        domains.add(reconciler.reconcile(domain, known));
      } else {
        strangers.add("domain " + domain.name());
        if (keepStrangers) {
          domains.add(domain);
        }
      }
    }
    return domains;
  }

  private List<Domain> known() {
    return explanations.stream().flatMap(model -> model.domains().stream()).distinct().toList();
  }

  private List<EnumType> enumTypes(DatabaseModel live, List<String> strangers) {
    List<EnumType> types = new ArrayList<>();
    for (EnumType type : live.enumTypes()) {
      EnumType explained = null;
      for (DatabaseModel model : explanations) {
        for (EnumType candidate : model.enumTypes()) {
          EnumType shown = dialect.projection().enumType(candidate);
          boolean same = shown != null && shown.name().equals(type.name());
          explained = explained == null && same ? candidate : explained;
        }
      }
      if (explained != null) {
        types.add(type.withName(explained.name()));
      } else {
        strangers.add("type " + type.name());
        if (keepStrangers) {
          types.add(type);
        }
      }
    }
    if (!explanations.isEmpty()) {
      explanations.get(0).enumTypes().stream()
          .filter(type -> dialect.projection().enumType(type) == null)
          .forEach(types::add);
    }
    return types;
  }
}
