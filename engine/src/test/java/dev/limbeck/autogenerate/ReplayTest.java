package dev.limbeck.autogenerate;

import static dev.limbeck.model.Types.bigint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.migration.Recorder;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Table;
import org.junit.jupiter.api.Test;

class ReplayTest {
  @Test
  void a_change_of_a_table_that_no_revision_made_is_noted_and_left_out() {
    Replay replay = new Replay(null);
    Recorder.record(
            op -> {
              op.alterTable("adopted", t -> t.addColumn("more", bigint()));
              op.createTable("own", t -> t.column("id", bigint()));
            })
        .operations()
        .forEach(operation -> replay.play("one", operation));
    assertThat(replay.model())
        .isEqualTo(DatabaseModel.of(Table.of("own", Column.of("id", bigint()))));
    assertThat(replay.provisional()).singleElement().asString().contains("one").contains("adopted");
  }
}
