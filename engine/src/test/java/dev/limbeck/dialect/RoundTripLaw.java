package dev.limbeck.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.model.DatabaseModel;
import dev.limbeck.testing.RandomModels;
import dev.limbeck.testing.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What is created reads back as its projection, for random models; a dialect's test subclasses it.
 * Each model is created in a transaction that is rolled back.
 */
public abstract class RoundTripLaw {

  protected abstract Dialect dialect();

  /** A connection to a database that is empty, the same for all models. */
  protected abstract Connection connection() throws SQLException;

  @Property
  void what_is_created_reads_back_as_its_projection(@ForAll("models") DatabaseModel model)
      throws SQLException {
    Schema schema = new Schema(dialect(), connection());
    schema.inTransaction(
        () -> {
          schema.run(DatabaseModel.empty(), Schema.creation(model));
          assertThat(schema.readStored(model)).isEqualTo(schema.wanted(model));
        });
  }

  @Property
  void projecting_twice_changes_nothing_more(@ForAll("models") DatabaseModel model) {
    DatabaseModel once = dialect().project(model);
    assertThat(dialect().project(once)).isEqualTo(once);
  }

  @Provide
  Arbitrary<DatabaseModel> models() {
    return RandomModels.models();
  }
}
