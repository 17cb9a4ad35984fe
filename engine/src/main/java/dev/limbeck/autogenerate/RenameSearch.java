package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

import dev.limbeck.diff.FollowingNames;
import dev.limbeck.diff.Renames;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.RenameSequence;
import dev.limbeck.operation.Operation.RenameTable;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import dev.limbeck.operation.TableAlteration.RenameConstraint;
import dev.limbeck.operation.TableAlteration.RenameIndex;
import dev.limbeck.operation.TypeOperation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Collects the renames between what there is and what the entities want. */
final class RenameSearch {
  private final KnownSchema before;
  private final DatabaseModel wanted;
  private final Renaming renaming;
  private final CertainRenames certain;
  private final Set<String> refused = new HashSet<>();
  private final TypeRenames types;
  private final Generators generators;
  private final UnaryOperator<QualifiedName> plain;
  private Renames renames;

  /**
   * @param before what there is
   * @param wanted what the entities want, without the default schema's name
   * @param plain a name without the default schema
   */
  RenameSearch(
      KnownSchema before,
      DatabaseModel wanted,
      Renaming renaming,
      UnaryOperator<QualifiedName> plain) {
    this.before = before;
    this.wanted = wanted;
    this.renaming = renaming;
    this.plain = plain;
    this.types = new TypeRenames(before, wanted, renaming.answers());
    this.generators = new Generators(renaming.oldPlaces(), renaming.newPlaces(), plain);
    this.certain = new CertainRenames(before, wanted, plain, generators);
    this.renames = withCertain(declared());
    if (renaming.stops() && !certain.ontoOthers().isEmpty()) {
      throw RenameRefusals.ontoOthers(certain.ontoOthers());
    }
  }

  /** Renames, with those that the mapping leaves no doubt about once these are known. */
  private Renames withCertain(Renames known) {
    return known.and(
        without(
            certain.between(renaming.oldPlaces(), renaming.newPlaces(), known),
            renaming.answers()));
  }

  /**
   * A comparison after renames.
   *
   * @param before what there is after them
   * @param operations what is to be done beside them
   * @param found what else came of it
   */
  record Attempt<T>(DatabaseModel before, List<Operation> operations, T found) {}

  /** Compares after renames. */
  @FunctionalInterface
  interface Comparing<T> {
    Attempt<T> after(List<Operation> renames) throws SQLException;
  }

  /**
   * The comparison that stands when all is decided.
   *
   * @param operations all of them, the renames first
   * @param unanswered what nobody decided
   */
  record Settled<T>(List<Operation> operations, List<LookAlike> unanswered, T found) {}

  /**
   * Compares until no further rename is found. Where nobody says whether a table is renamed, it is
   * taken for that only to find what else there is to be asked.
   *
   * @throws LimbeckException LMB-270 where it has to be decided and is not
   */
  <T> Settled<T> settled(NamingConvention names, Comparing<T> comparing) throws SQLException {
    List<LookAlike> supposed = new ArrayList<>();
    while (true) {
      List<Operation> operations = operations(names);
      Attempt<T> attempt = comparing.after(operations);
      List<LookAlike> unanswered = new ArrayList<>();
      List<LookAlike> alikes =
          new LookAlikes(attempt.before(), wanted, generators).in(attempt.operations());
      if (decide(alikes, unanswered)) {
        continue;
      }
      if (renaming.stops() && suppose(unanswered, supposed)) {
        continue;
      }
      supposed.addAll(unanswered);
      if (renaming.stops() && !supposed.isEmpty()) {
        throw LookAlikes.undecided(supposed);
      }
      checkUsed();
      return new Settled<>(
          RenameBlocks.joined(operations, attempt.operations()), unanswered, attempt.found());
    }
  }

  /** Takes the first table of what is not answered for renamed; false where there is none. */
  private boolean suppose(List<LookAlike> unanswered, List<LookAlike> supposed) {
    for (LookAlike alike : unanswered) {
      if (alike.kind() == LookAlike.Kind.TABLE && add(alike)) {
        supposed.add(alike);
        return true;
      }
    }
    return false;
  }

  /**
   * The operations of the renames, with the names that follow.
   *
   * @param names how Limbeck names what nobody named
   */
  private List<Operation> operations(NamingConvention names) {
    List<Operation> operations = new ArrayList<>(renames.operations());
    if (!operations.isEmpty()) {
      DatabaseModel known = known();
      operations.addAll(
          new FollowingNames(names).operations(known, renames, played(known, operations), wanted));
    }
    operations.addAll(types.operations(played(before.replay(), operations)));
    return operations;
  }

  private DatabaseModel known() {
    Map<QualifiedName, Table> tables = new LinkedHashMap<>();
    before.replay().tables().forEach(table -> tables.put(table.name(), table));
    renames
        .tables()
        .keySet()
        .forEach(name -> tables.computeIfAbsent(name, missing -> before.table(missing)));
    renames
        .columns()
        .keySet()
        .forEach(
            name -> {
              if (!renames.tables().containsValue(name)) {
                tables.computeIfAbsent(name, missing -> before.table(missing));
              }
            });
    return DatabaseModel.empty().withTables(tables.values());
  }

  /** What is kept in another table than before, in the names after the renames. */
  List<MovedPart> moved() {
    return certain
        .moved(
            Generators.others(renaming.oldPlaces()),
            Generators.others(renaming.newPlaces()),
            renames)
        .stream()
        .filter(part -> !renaming.answers().denies(part.from().table().toString()))
        .toList();
  }

  /** A model after operations, those left out that do not fit it. */
  static DatabaseModel played(DatabaseModel model, List<Operation> operations) {
    Replay replay = new Replay(model, null);
    operations.forEach(operation -> replay.play("renames", operation));
    return replay.model();
  }

  /** The operations in the names of the database. */
  List<Operation> stored(List<Operation> operations) {
    List<Operation> stored = new ArrayList<>();
    for (Operation operation : operations) {
      if (operation instanceof TypeOperation type) {
        stored.addAll(types.stored(type, played(before.live(), stored)));
      } else {
        stored.add(stored(operation));
      }
    }
    return stored;
  }

  private Operation stored(Operation operation) {
    UnaryOperator<QualifiedName> name = before.projection()::name;
    if (operation instanceof RenameTable rename) {
      return new RenameTable(name.apply(rename.from()), name.apply(rename.to()));
    }
    if (operation instanceof RenameSequence rename) {
      return new RenameSequence(name.apply(rename.from()), name.apply(rename.to()));
    }
    AlterTable alter = (AlterTable) operation;
    return new AlterTable(
        name.apply(alter.table()), alter.alterations().stream().map(this::stored).toList());
  }

  private TableAlteration stored(TableAlteration alteration) {
    UnaryOperator<Identifier> name = before.projection()::name;
    if (alteration instanceof RenameColumn rename) {
      return new RenameColumn(name.apply(rename.from()), name.apply(rename.to()));
    }
    if (alteration instanceof RenameConstraint rename) {
      return new RenameConstraint(name.apply(rename.from()), name.apply(rename.to()));
    }
    RenameIndex rename = (RenameIndex) alteration;
    return new RenameIndex(name.apply(rename.from()), name.apply(rename.to()));
  }

  private static Renames without(Renames found, RenameAnswers answers) {
    Map<QualifiedName, QualifiedName> tables = new LinkedHashMap<>(found.tables());
    tables.keySet().removeIf(name -> answers.denies(name.toString()));
    Map<QualifiedName, Map<Identifier, Identifier>> columns = new LinkedHashMap<>();
    found
        .columns()
        .forEach(
            (table, moves) -> {
              Map<Identifier, Identifier> kept = new LinkedHashMap<>(moves);
              kept.keySet().removeIf(column -> answers.denies(table + "." + column));
              columns.put(table, kept);
            });
    Map<QualifiedName, QualifiedName> sequences = new LinkedHashMap<>(found.sequences());
    sequences.keySet().removeIf(name -> answers.denies(name.toString()));
    return new Renames(tables, columns, sequences);
  }

  /** What people declared, as far as it fits. */
  private Renames declared() {
    Map<QualifiedName, Set<QualifiedName>> tables = new LinkedHashMap<>();
    Map<String, String> answers = new LinkedHashMap<>(renaming.answers().answers());
    answers.values().removeIf(RenameAnswers.NONE::equals);
    answers.forEach(
        (key, to) ->
            Place.parse(key, before::table)
                .filter(place -> place.column() == null)
                .ifPresent(
                    place ->
                        tables
                            .computeIfAbsent(place.table(), name -> new LinkedHashSet<>())
                            .add(named(place.table(), QualifiedName.parse(to)))));
    Renames named = new Renames(certain.certainTables(tables, name -> true), Map.of(), Map.of());
    named = named.and(certain.sequences(named));
    Map<QualifiedName, Map<Identifier, Set<Identifier>>> columns = new LinkedHashMap<>();
    Map<QualifiedName, QualifiedName> oldNames = new LinkedHashMap<>();
    named.tables().forEach((from, to) -> oldNames.put(to, from));
    answers.forEach(
        (key, to) ->
            Place.parse(key, name -> before.table(oldNames.getOrDefault(name, name)))
                .filter(place -> place.column() != null)
                .ifPresent(
                    place ->
                        columns
                            .computeIfAbsent(place.table(), name -> new LinkedHashMap<>())
                            .computeIfAbsent(
                                requireNonNull(place.column()), name -> new LinkedHashSet<>())
                            .add(Identifier.parse(to))));
    Map<QualifiedName, Map<Identifier, Identifier>> moves = new LinkedHashMap<>();
    for (Map.Entry<QualifiedName, Map<Identifier, Set<Identifier>>> each : columns.entrySet()) {
      moves.put(
          named.after(each.getKey()),
          certain.certainColumns(each.getKey(), named, each.getValue(), name -> true));
    }
    return named.and(new Renames(Map.of(), moves, Map.of()));
  }

  /** A new name without a schema is in the schema of the old one, or else in the default one. */
  private QualifiedName named(QualifiedName table, QualifiedName to) {
    QualifiedName beside = table.withName(to.name());
    return to.schema() == null && wanted.table(beside) != null ? beside : plain.apply(to);
  }

  /**
   * Decides about look-alikes.
   *
   * @param alikes the most alike first
   * @param unanswered gets those that nobody decided
   * @return true where there are more renames than before, so that the comparison starts anew
   */
  private boolean decide(List<LookAlike> alikes, List<LookAlike> unanswered) {
    Set<String> taken = new HashSet<>();
    boolean found = false;
    for (LookAlike alike : alikes) {
      String from = alike.kind() + " " + alike.key();
      String to = alike.kind() + " " + alike.owner() + " -> " + alike.to();
      String goal = alike.column() == null ? alike.kind() + " -> " + alike.to() : to;
      if (refused.contains(from + to) || taken.contains(from) || taken.contains(goal)) {
        continue;
      }
      Optional<Boolean> answer = renaming.answers().of(alike);
      if (answer.isEmpty()) {
        answer = renaming.questions().ask(alike);
      }
      if (answer.isEmpty()) {
        unanswered.add(alike);
        taken.add(from);
      } else if (answer.get()) {
        found |= add(alike);
        taken.add(from);
        taken.add(goal);
        if (found && alike.kind() == LookAlike.Kind.TABLE) {
          return true;
        }
      } else {
        refused.add(from + to);
      }
    }
    return found;
  }

  /** Takes a look-alike for a rename; false where it was known already. */
  private boolean add(LookAlike alike) {
    if (alike.kind() == LookAlike.Kind.TYPE || alike.kind() == LookAlike.Kind.LABEL) {
      return types.add(alike);
    }
    Renames more = with(alike);
    boolean found = !more.equals(renames);
    renames = more;
    return found;
  }

  private Renames with(LookAlike alike) {
    return switch (alike.kind()) {
      case TYPE, LABEL -> throw new IllegalArgumentException("no rename of tables: " + alike);
      case TABLE -> {
        Renames table = new Renames(Map.of(alike.owner(), alike.to()), Map.of(), Map.of());
        yield withCertain(renames.and(table).and(certain.sequences(table)));
      }
      case COLUMN ->
          renames.and(
              new Renames(
                  Map.of(),
                  Map.of(alike.owner(), Map.of(requireNonNull(alike.column()), alike.to().name())),
                  Map.of()));
      case SEQUENCE ->
          renames.and(new Renames(Map.of(), Map.of(), Map.of(alike.owner(), alike.to())));
    };
  }

  /**
   * Checks that what had to be of use was.
   *
   * @throws LimbeckException LMB-272
   */
  private void checkUsed() {
    List<String> unused = new ArrayList<>();
    for (String key : renaming.answers().required()) {
      String to = renaming.answers().answers().get(key);
      if (to != null
          && !to.equals(RenameAnswers.NONE)
          && !new UsedRenames(renames, plain).has(key, to)
          && !types.isUsed(key, to)) {
        unused.add(key + ":" + to);
      }
    }
    if (!unused.isEmpty()) {
      throw RenameRefusals.unused(unused);
    }
  }
}
