package dev.limbeck.command;

import dev.limbeck.autogenerate.AdoptedObjects;
import dev.limbeck.autogenerate.BeyondFacts;
import dev.limbeck.autogenerate.Comparer;
import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.autogenerate.Renaming;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Projection;
import dev.limbeck.diff.Differ;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.operation.Evolver;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.OnlyOn;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The first revision of a database that was there before: what makes the database as it is, not as
 * the entities want it, so that it can be stamped and the next revision says the difference. What
 * no entity knows is made too, where revisions have to hold on other databases only on this one.
 *
 * @param operations what makes the database of an empty one
 * @param known what it makes on other databases
 * @param all what it makes on a database like this one
 * @param adopted the lines of the mapping file for what no entity knows
 * @param notes what a person should know
 * @param sides what the database was compared with
 */
record Adoption(
    List<Operation> operations,
    DatabaseModel known,
    DatabaseModel all,
    SortedMap<String, String> adopted,
    List<String> notes,
    Comparer.Sides sides) {

  /**
   * Reads the database.
   *
   * @param severalDialects true where the revision has to hold on other databases too
   * @param entities what the entities want
   */
  static Adoption of(
      Connection connection, Comparer comparer, boolean severalDialects, EntityModel entities)
      throws SQLException {
    DatabaseModel wanted = entities.model();
    DatabaseModel nothing = DatabaseModel.empty();
    Comparer.Sides sides =
        comparer.keepingStrangers(false).sides(connection, nothing, wanted, Renaming.unknown());
    Comparer.Sides strange =
        comparer.keepingStrangers(true).sides(connection, nothing, wanted, Renaming.unknown());
    Projection projection = comparer.dialect().projection();
    DatabaseModel known = projection.said(sides.before());
    DatabaseModel all = projection.said(strange.before());
    Differ differ = new Differ(NamingConvention.standard());
    List<Operation> operations = new ArrayList<>();
    if (severalDialects) {
      operations.addAll(differ.diff(nothing, known));
      List<Operation> others = differ.diff(Evolver.evolve(nothing, operations), all);
      if (!others.isEmpty()) {
        operations.add(new OnlyOn(comparer.dialect().name(), others));
      }
    } else {
      operations.addAll(differ.diff(nothing, all));
    }
    Evolver evolver = new Evolver(nothing, comparer.dialect().name());
    operations.forEach(evolver::apply);
    SortedMap<String, String> adopted = AdoptedObjects.beyond(known, evolver.model());
    List<String> notes = new ArrayList<>();
    AdoptedObjects.described(adopted)
        .forEach(object -> notes.add("made as it is, and left alone: no entity knows " + object));
    strange.comparison().notes().stream()
        .filter(note -> !BeyondFacts.isNote(note))
        .forEach(notes::add);
    notes.addAll(NotMade.notes(comparer.unstated(connection, all), entities.sqlObjects()));
    int differences = OperationLines.of(sides.comparison().operations()).size();
    if (differences > 0) {
      notes.add(
          "the entities want something else in "
              + differences
              + (differences == 1 ? " place" : " places")
              + ": after `limbeck stamp head`, `limbeck check` says where, and the next revision"
              + " is for it");
    }
    return new Adoption(operations, known, all, adopted, notes, strange);
  }

  /** What the revision starts from and is to lead to, by dialect. */
  Map<String, RevisionProof.Sides> sides(Dialect connected, List<String> dialects) {
    Map<String, RevisionProof.Sides> proven = new LinkedHashMap<>();
    dialects.forEach(
        name ->
            proven.put(
                name,
                new RevisionProof.Sides(
                    sides.complete(DatabaseModel.empty()),
                    sides.complete(name.equals(connected.name()) ? all : known))));
    return proven;
  }
}
