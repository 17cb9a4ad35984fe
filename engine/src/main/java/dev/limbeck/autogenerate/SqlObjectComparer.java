package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

import dev.limbeck.autogenerate.SqlObject.Kind;
import dev.limbeck.autogenerate.SqlObject.Statements;
import dev.limbeck.autogenerate.SqlObjectChange.Step;
import dev.limbeck.dialect.StoredDefinitions.Found;
import dev.limbeck.dialect.StoredDefinitions.State;
import dev.limbeck.operation.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds what has to be executed for the objects that entities make by SQL.
 *
 * <p>Views and composite types are looked for in the database. What a database cannot tell is there
 * where the mapping files say that a revision made it with the same SQL, or where a revision
 * executes this SQL.
 *
 * @param dialects what the revisions have to run on
 * @param connected the dialect of the database that was asked, or null for none
 * @param recorded the objects as the mapping files have them
 * @param executed what the applied revisions execute
 * @param found what the database has of wanted and recorded objects, by their name
 */
public record SqlObjectComparer(
    List<String> dialects,
    @Nullable String connected,
    List<SqlObject> recorded,
    ExecutedSql executed,
    Map<String, Found> found) {
  public SqlObjectComparer {
    dialects = List.copyOf(dialects);
    recorded = List.copyOf(recorded);
    requireNonNull(executed, "executed");
    found = Map.copyOf(found);
  }

  /**
   * Compares.
   *
   * @param wanted what the entities want
   * @param operations what happens to tables meanwhile
   */
  public SqlObjectChanges compare(List<SqlObject> wanted, List<Operation> operations) {
    List<String> notes = new ArrayList<>();
    List<SqlObject> gone =
        recorded.stream()
            .filter(old -> wanted.stream().noneMatch(each -> each.name().equals(old.name())))
            .toList();
    List<SqlObject> all = new ArrayList<>(gone);
    all.addAll(wanted);
    List<SqlObjectChange> changes = new ArrayList<>();
    ViewsInTheWay inTheWay = new ViewsInTheWay(operations);
    for (SqlObject object : ViewOrder.sorted(all)) {
      SqlObjectChange change = change(object, gone.contains(object), notes);
      if (inTheWay.disturb(object, change.goes()) && change.isEmpty()) {
        change = anew(object, change.sides());
      }
      if (!change.isEmpty()) {
        changes.add(change);
      }
    }
    return new SqlObjectActs(dialects).of(changes, notes);
  }

  private SqlObjectChange change(SqlObject object, boolean isGone, List<String> notes) {
    SqlObject old = recorded(object.name());
    Map<String, Step> steps = new LinkedHashMap<>();
    Map<String, SqlObjectSides> sides = new LinkedHashMap<>();
    for (String dialect : dialects) {
      Statements want = isGone ? null : object.statements().get(dialect);
      Statements have = old == null ? null : old.statements().get(dialect);
      Step step = step(object, dialect, want, have, notes);
      sides.put(dialect, SqlObjectSides.of(object.name(), live(object, dialect), want, have));
      if (!step.isEmpty()) {
        steps.put(dialect, step);
      }
    }
    return new SqlObjectChange(object, steps, sides);
  }

  /** What was found of an object where it was asked for. */
  private @Nullable Found live(SqlObject object, String dialect) {
    return object.kind() == Kind.OTHER || !dialect.equals(connected)
        ? null
        : found.get(object.name());
  }

  private @Nullable SqlObject recorded(String name) {
    return recorded.stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
  }

  private Step step(
      SqlObject object,
      String dialect,
      @Nullable Statements want,
      @Nullable Statements have,
      List<String> notes) {
    Found live = object.kind() == Kind.OTHER ? null : found.get(object.name());
    if (live != null && live.state() == State.UNKNOWN && dialect.equals(connected)) {
      notes.add(
          "not verified, taken as the revisions have it: "
              + object.name()
              + ", which the database cannot be asked for");
      live = null;
    }
    if (live != null && dialect.equals(connected)) {
      return live(live, want, have);
    }
    if (want == null) {
      return new Step(have, null);
    }
    if (have != null) {
      return want.makesSameAs(have) ? new Step(null, null) : new Step(have, want);
    }
    boolean madeElsewhere =
        executed.makes(want, dialect)
            || live != null && live.state() == State.SAME && recorded(object.name()) == null;
    return new Step(null, madeElsewhere ? null : want);
  }

  /** The step on the database that was asked. */
  private static Step live(Found live, @Nullable Statements want, @Nullable Statements have) {
    if (live.state() == State.MISSING) {
      return new Step(null, want);
    }
    if (want == null) {
      return new Step(have, null);
    }
    if (live.state() == State.SAME) {
      return new Step(null, null);
    }
    List<String> drop = have == null ? want.drop() : have.drop();
    return new Step(
        live.create() == null ? have : new Statements(List.of(live.create()), drop),
        live.wanted() == null ? want : new Statements(List.of(live.wanted()), want.drop()));
  }

  private SqlObjectChange anew(SqlObject object, Map<String, SqlObjectSides> sides) {
    Map<String, Step> steps = new LinkedHashMap<>();
    for (String dialect : dialects) {
      Statements statements = object.statements().get(dialect);
      if (statements != null) {
        steps.put(dialect, new Step(statements, statements));
      }
    }
    return new SqlObjectChange(object, steps, sides);
  }
}
