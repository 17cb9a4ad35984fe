package dev.limbeck.command;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.varchar;

import dev.limbeck.migration.Operations;
import dev.limbeck.migration.TableChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A history of revisions that switch facts of two tables on and off. */
final class RandomHistory {

  /** How many facts there are. */
  static final int FACTS = 12;

  private final Set<Integer> on = new HashSet<>();
  private final FixedRevisions revisions = new FixedRevisions();
  private final List<String> ids = new ArrayList<>();

  /**
   * Makes a history.
   *
   * @param revisions the facts that each revision switches
   */
  static RandomHistory of(List<List<Integer>> revisions) {
    RandomHistory history = new RandomHistory();
    history.add(RandomHistory::create, RandomHistory::drop);
    revisions.forEach(history::add);
    return history;
  }

  FixedRevisions revisions() {
    return revisions;
  }

  /** The ids, first to last. */
  List<String> ids() {
    return List.copyOf(ids);
  }

  private void add(List<Integer> facts) {
    List<Consumer<Operations>> up = new ArrayList<>();
    List<Consumer<Operations>> down = new ArrayList<>();
    for (int fact : facts) {
      boolean before = on.contains(fact);
      String target = on.contains(8) ? "c" : "b";
      up.add(op -> turn(op, fact, !before, target));
      down.add(op -> turn(op, fact, before, target));
      if (before) {
        on.remove(fact);
      } else {
        on.add(fact);
      }
    }
    Collections.reverse(down);
    add(op -> up.forEach(each -> each.accept(op)), op -> down.forEach(each -> each.accept(op)));
  }

  private void add(Consumer<Operations> upgrade, Consumer<Operations> downgrade) {
    String id = "r" + ids.size();
    ids.add(id);
    revisions.then(id, upgrade, downgrade);
  }

  private static void create(Operations op) {
    op.createTable(
        "b",
        t -> {
          t.column("id", bigint()).notNull();
          t.primaryKey("pk_b", "id");
        });
    op.createTable(
        "a",
        t -> {
          t.column("id", bigint()).identity();
          t.column("name", varchar(20));
          t.column("code", varchar(16));
          t.column("note", varchar(10));
          t.column("number", integer()).notNull().defaultValue("7");
          t.column("parent_id", bigint());
          t.primaryKey("pk_a", "id");
        });
  }

  private static void drop(Operations op) {
    op.dropTable("a");
    op.dropTable("b");
  }

  private static void turn(Operations op, int fact, boolean on, String target) {
    switch (fact) {
      case 8 -> op.renameTable(on ? "b" : "c", on ? "c" : "b");
      case 10 -> {
        if (on) {
          op.createTable("d", t -> t.column("id", bigint()));
        } else {
          op.dropTable("d");
        }
      }
      case 11 -> op.execute("update a set name = 'x' where name is null");
      default -> op.alterTable("a", t -> turn(t, fact, on, target));
    }
  }

  private static void turn(TableChange t, int fact, boolean on, String target) {
    switch (fact) {
      case 0 -> t.alterColumn("name").nullable(on, !on).fill("'none'");
      case 1 -> t.alterColumn("code").type(varchar(on ? 16 : 32), varchar(on ? 32 : 16));
      case 2 -> either(on, () -> t.addIndex("ix_a", "code"), () -> t.dropIndex("ix_a"));
      case 3 -> either(on, () -> t.addUnique("uq_a", "name", "id"), () -> t.dropConstraint("uq_a"));
      case 4 ->
          either(
              on,
              () -> t.addForeignKey("fk_a", "parent_id").references(target, "id"),
              () -> t.dropConstraint("fk_a"));
      case 5 ->
          either(
              on,
              () -> t.addColumn("extra", integer()).notNull().defaultValue("0"),
              () -> t.dropColumn("extra"));
      case 6 -> t.renameColumn(on ? "note" : "remark", on ? "remark" : "note");
      case 7 -> either(on, () -> t.addCheck("ck_a", "number > 0"), () -> t.dropConstraint("ck_a"));
      case 9 -> t.alterColumn("number").type(on ? integer() : bigint(), on ? bigint() : integer());
      default -> throw new IllegalArgumentException("no fact " + fact);
    }
  }

  private static void either(boolean on, Runnable add, Runnable drop) {
    (on ? add : drop).run();
  }

  @Override
  public String toString() {
    return ids.toString();
  }
}
