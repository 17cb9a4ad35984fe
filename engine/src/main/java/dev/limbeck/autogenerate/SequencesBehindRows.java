package dev.limbeck.autogenerate;

import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.IdColumn;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.TableAlteration.AddColumn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
   * What SQL objects have to be executed, and behind it what the sequences of both ways need.
   *
   * @param before what the mapping files say of the old schema
   * @param old the schema before the comparison's operations
   * @param lines what the mapping files say of the new schema
   * @param wanted the schema after them
   */
  public SqlObjectChanges behind(
      SqlObjectChanges changes,
      Comparison comparison,
      Map<String, String> before,
      DatabaseModel old,
      Map<String, String> lines,
      DatabaseModel wanted) {
    return changes.followedBy(
        after(comparison.operations(), before, lines, wanted),
        after(comparison.downgrade(), lines, before, old));
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
    for (Sequence sequence : model.sequences()) {
      Set<IdColumn> ids = new LinkedHashSet<>();
      for (String path : Generators.users(lines, sequence.name())) {
        String place = lines.get(path);
        if (place != null && changes.isNew(sequence.name(), path)) {
          Place.parse(place, name -> table(model, name)).ifPresent(id -> add(id, model, ids));
        }
      }
      ids.removeIf(id -> isNew(id, operations));
      if (!ids.isEmpty()) {
        following.addAll(continueBehind(sequence, List.copyOf(ids)));
      }
    }
    return following;
  }

  /**
   * The table of a name, which may have the default schema's name where the model leaves it out.
   */
  private static @Nullable Table table(DatabaseModel model, QualifiedName name) {
    Table table = model.table(name);
    return table == null ? model.table(new QualifiedName(null, name.name())) : table;
  }

  private static void add(Place place, DatabaseModel model, Set<IdColumn> ids) {
    Table table = model.table(place.table());
    Identifier name = place.column();
    Column column = table == null || name == null ? null : table.column(name);
    if (name != null && column != null && TypeFamily.same(column.type(), Types.bigint())) {
      ids.add(new IdColumn(place.table(), name));
    }
  }

  /** True for a column without values. */
  private static boolean isNew(IdColumn id, List<Operation> operations) {
    return operations.stream()
        .anyMatch(
            operation ->
                operation instanceof CreateTable create && create.table().name().equals(id.table())
                    || operation instanceof AlterTable alter
                        && alter.table().equals(id.table())
                        && alter.alterations().stream()
                            .anyMatch(
                                each ->
                                    each instanceof AddColumn add
                                        && add.column().name().equals(id.column())));
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
