package dev.limbeck.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.model.Types;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Foreign keys follow the columns that they refer to, however many get another name at once. */
class RenamedReferencesTest {
  private static final QualifiedName NODE = QualifiedName.parse("node");

  @Test
  void a_reference_to_the_own_table_follows_once() {
    DatabaseModel after = renamed("node", List.of(List.of("id", "a"), List.of("other", "id")));

    assertThat(referred(after, "node")).containsExactly(Identifier.of("a"));
  }

  @Test
  void a_reference_of_another_table_follows_once() {
    DatabaseModel after = renamed("leaf", List.of(List.of("id", "a"), List.of("other", "id")));

    assertThat(referred(after, "leaf")).containsExactly(Identifier.of("a"));
  }

  @Test
  void a_name_may_be_given_up_twice() {
    List<List<String>> renames =
        List.of(List.of("other", "spare"), List.of("id", "other"), List.of("other", "last"));

    assertThat(referred(renamed("leaf", renames), "leaf")).containsExactly(Identifier.of("last"));
    assertThat(referred(renamed("node", renames), "node")).containsExactly(Identifier.of("last"));
  }

  private static DatabaseModel renamed(String owner, List<List<String>> renames) {
    ForeignKey key =
        ForeignKey.of(
            Identifier.of("fk"),
            List.of(Identifier.of("parent")),
            NODE,
            List.of(Identifier.of("id")));
    Table node =
        Table.of(
            "node",
            Column.of("id", Types.integer()),
            Column.of("other", Types.integer()),
            Column.of("parent", Types.integer()));
    Table leaf = Table.of("leaf", Column.of("parent", Types.integer()));
    DatabaseModel model = DatabaseModel.of(node, leaf);
    QualifiedName name = QualifiedName.parse(owner);
    Table table = Objects.requireNonNull(model.table(name));
    return Evolver.evolve(
        model.replacing(name, table.withConstraints(List.of(key))),
        List.of(
            new AlterTable(
                NODE,
                renames.stream()
                    .map(
                        names ->
                            (TableAlteration)
                                new RenameColumn(
                                    Identifier.of(names.get(0)), Identifier.of(names.get(1))))
                    .toList())));
  }

  private static List<Identifier> referred(DatabaseModel model, String owner) {
    return Objects.requireNonNull(model.table(QualifiedName.parse(owner)))
        .foreignKeys()
        .get(0)
        .targetColumns();
  }
}
