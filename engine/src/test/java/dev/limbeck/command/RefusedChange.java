package dev.limbeck.command;

import static dev.limbeck.model.Types.integer;

import dev.limbeck.migration.Operations;
import dev.limbeck.migration.TableChange;
import dev.limbeck.migration.TableDefinition;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A change of the table {@code t (id integer primary key, …)} that some rows refuse.
 *
 * @param name what changes
 * @param columns the columns of the table beside {@code id}
 * @param upgrade the change
 * @param downgrade the change back
 * @param good rows that bear it, as SQL values behind {@code insert into t values}; null where none
 *     do
 * @param kept what these rows are after the change, without {@code id}, on either database
 * @param bad rows with ids 1 to 4 of which some refuse it
 * @param refusal what the error says after {@code … t}: change, count, advice
 */
record RefusedChange(
    String name,
    Consumer<TableDefinition> columns,
    Consumer<TableChange> upgrade,
    Consumer<TableChange> downgrade,
    @Nullable String good,
    String kept,
    String bad,
    List<String> refusal) {

  static RefusedChange of(
      String name,
      Consumer<TableDefinition> columns,
      Consumer<TableChange> upgrade,
      Consumer<TableChange> downgrade) {
    return new RefusedChange(name, columns, upgrade, downgrade, null, "", "", List.of());
  }

  /** With rows that bear the change, and what they are afterwards. */
  RefusedChange keeps(String rows, String after) {
    return new RefusedChange(name, columns, upgrade, downgrade, rows, after, bad, refusal);
  }

  /** With rows of which some refuse the change, and what is said of them. */
  RefusedChange refuses(String rows, String... lines) {
    return new RefusedChange(name, columns, upgrade, downgrade, good, kept, rows, List.of(lines));
  }

  void create(Operations op) {
    op.createTable(
        "parent",
        t -> {
          t.column("code", integer()).notNull();
          t.primaryKey("pk_parent", "code");
        });
    op.createTable(
        "t",
        t -> {
          t.column("id", integer()).notNull();
          columns.accept(t);
          t.primaryKey("pk_t", "id");
        });
  }

  @Override
  public String toString() {
    return name;
  }
}
