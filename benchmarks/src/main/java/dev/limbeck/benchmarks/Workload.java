package dev.limbeck.benchmarks;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.bool;
import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.numeric;
import static dev.limbeck.model.Types.text;
import static dev.limbeck.model.Types.timestampTz;
import static dev.limbeck.model.Types.varchar;

import dev.limbeck.dialect.Dialects;
import dev.limbeck.migration.Operations;
import dev.limbeck.migration.Recorder;
import dev.limbeck.migration.Recording;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.operation.Evolver;
import dev.limbeck.plan.OfflinePlanner;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The schema of the side-by-side benchmark: tables of nine columns, each with a unique constraint,
 * two indexes and a foreign key to the table before. In every hundred tables, seven things change;
 * with fewer tables the changes are those of one hundred.
 *
 * @param tables how many
 */
record Workload(int tables) {
  private static final int BLOCK = 100;

  /** What makes the tables of an empty database. */
  Recording creation() {
    return Recorder.record(
        op -> {
          for (int i = 1; i <= tables; i++) {
            create(op, name('t', i), i == 1 ? null : name('t', before(i)));
          }
        });
  }

  /** What makes the second version of the first one. */
  Recording changes() {
    return Recorder.record(
        op -> {
          for (int first = 0; first < tables; first += block()) {
            change(op, first);
          }
        });
  }

  /** The first version. */
  DatabaseModel model() {
    return Evolver.evolve(DatabaseModel.empty(), creation().operations());
  }

  /** The second version. */
  DatabaseModel changed() {
    return Evolver.evolve(model(), changes().operations());
  }

  /** The SQL that makes the tables of an empty PostgreSQL. */
  List<String> sql() {
    return new OfflinePlanner(Dialects.named("postgresql"))
        .plan("workload", creation()).stream()
            .flatMap(unit -> unit.steps().stream())
            .flatMap(step -> step.statements().stream())
            .toList();
  }

  private int block() {
    return Math.min(tables, BLOCK);
  }

  /** The last table of a block can be dropped: the next block begins at the one before it. */
  private int before(int table) {
    return (table - 1) % block() == 0 ? table - 2 : table - 1;
  }

  private void change(Operations op, int first) {
    int step = block() / 10;
    op.alterTable(name('t', first + step), t -> t.addColumn("note", varchar(50)));
    op.alterTable(name('t', first + 3 * step), t -> t.dropColumn("amount"));
    op.alterTable(
        name('t', first + 5 * step), t -> t.alterColumn("label").type(varchar(100), varchar(200)));
    String indexed = name('t', first + 7 * step);
    op.alterTable(indexed, t -> t.addIndex("ix_" + indexed + "_created", "created_at"));
    String bare = name('t', first + 8 * step);
    op.alterTable(bare, t -> t.dropIndex("ix_" + bare + "_qty_active", "qty", "active"));
    op.dropTable(name('t', first + block()));
    create(op, name('x', first + block()), name('t', first + block() - 1));
  }

  private static void create(Operations op, String table, @Nullable String previous) {
    op.createTable(
        table,
        t -> {
          t.column("id", bigint()).identity();
          t.column("code", varchar(255)).notNull();
          t.column("label", varchar(100));
          t.column("qty", integer()).notNull();
          t.column("amount", numeric(12, 2));
          t.column("active", bool());
          t.column("created_at", timestampTz(6));
          t.column("body", text());
          t.primaryKey("pk_" + table, "id");
          t.unique("uq_" + table + "_code", "code");
          if (previous != null) {
            t.column("prev_id", bigint());
            t.foreignKey("fk_" + table + "_prev", "prev_id").references(previous, "id");
          }
          t.index("ix_" + table + "_label", "label");
          t.index("ix_" + table + "_qty_active", "qty", "active");
        });
  }

  private static String name(char letter, int number) {
    return String.format(Locale.ROOT, "%c%04d", letter, number);
  }
}
