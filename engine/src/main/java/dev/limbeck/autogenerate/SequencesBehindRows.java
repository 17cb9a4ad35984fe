package dev.limbeck.autogenerate;

import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.IdColumn;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Sequence;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.OnlyOn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets a sequence go on behind the ids of rows that got theirs from elsewhere until now: from an
 * identity, from another sequence, from the application.
 */
public final class SequencesBehindRows {
  private final List<String> dialects;

  /**
   * @param dialects those that the revision has to hold on
   */
  public SequencesBehindRows(List<String> dialects) {
    this.dialects = List.copyOf(dialects);
  }

  /**
   * What SQL objects have to be executed, and behind it what the sequences of both ways need, and
   * the counters of the way up: of those before, the mapping files know no row.
   *
   * @param before what the mapping files say of the old schema
   * @param old the schema before the comparison's operations
   * @param mapping what they will say of the new schema
   * @param wanted the schema after them
   */
  public SqlObjectChanges behind(
      SqlObjectChanges changes,
      Comparison comparison,
      Map<String, String> before,
      DatabaseModel old,
      EntityModel.Mapping mapping,
      DatabaseModel wanted) {
    Map<String, String> lines = mapping.lines();
    List<Operation> upgrade =
        new ArrayList<>(after(comparison.operations(), before, lines, wanted));
    upgrade.addAll(
        new CountersBehindRows(dialects).after(comparison.operations(), before, mapping, wanted));
    return changes.followedBy(upgrade, after(comparison.downgrade(), lines, before, old));
  }

  /**
   * What follows operations.
   *
   * @param before what the mapping files say before them
   * @param lines what they say after them
   * @param model the schema after them
   */
  List<Operation> after(
      List<Operation> operations,
      Map<String, String> before,
      Map<String, String> lines,
      DatabaseModel model) {
    List<Operation> following = new ArrayList<>();
    if (operations.isEmpty()) {
      return following;
    }
    GeneratorChanges changes = new GeneratorChanges(before, operations);
    FilledIds filled = new FilledIds(lines, model, operations);
    for (Sequence sequence : model.sequences()) {
      Set<IdColumn> ids = new LinkedHashSet<>();
      for (String path : Generators.users(lines, sequence.name())) {
        if (changes.isNew(sequence.name(), path)) {
          filled.of(path).ifPresent(ids::add);
        }
      }
      if (!ids.isEmpty()) {
        following.addAll(continueBehind(sequence, List.copyOf(ids)));
      }
    }
    return following;
  }

  private List<Operation> continueBehind(Sequence sequence, List<IdColumn> ids) {
    List<Operation> operations = new ArrayList<>();
    for (String name : dialects) {
      ExecuteSql execute =
          new ExecuteSql(Dialects.named(name).statements().continueBehind(sequence, ids));
      operations.add(dialects.size() == 1 ? execute : new OnlyOn(name, List.of(execute)));
    }
    return operations;
  }
}
