package dev.limbeck.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.diff.Differ;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.operation.Evolver;
import dev.limbeck.operation.Operation;
import dev.limbeck.testing.Schema;
import dev.limbeck.testing.random.Flavour;
import dev.limbeck.testing.random.Succession;
import dev.limbeck.testing.random.Successions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What is created reads back as its projection, for random schemas; a dialect's test subclasses it.
 * Each schema is created in a transaction that is rolled back.
 */
public abstract class RoundTripLaw {
  private static final Differ DIFFER = new Differ(NamingConvention.standard());

  protected abstract Dialect dialect();

  protected abstract Flavour flavour();

  /** A connection to a database that is empty, the same for all schemas. */
  protected abstract Connection connection() throws SQLException;

  /** Told before each try; a database may be worn out by what was rolled back. */
  protected void begins() throws SQLException {}

  @Property(seed = "1911", edgeCases = EdgeCasesMode.NONE)
  void what_is_created_reads_back_as_its_projection(@ForAll("successions") Succession models)
      throws SQLException {
    begins();
    List<Operation> creation = DIFFER.diff(DatabaseModel.empty(), models.after());
    DatabaseModel named = Evolver.evolve(DatabaseModel.empty(), creation);
    Schema schema = new Schema(dialect(), connection());
    schema.inTransaction(
        () -> {
          schema.run(DatabaseModel.empty(), creation);
          assertThat(schema.readStored(named)).isEqualTo(schema.wanted(named));
        });
  }

  @Property(seed = "1912", edgeCases = EdgeCasesMode.NONE)
  void projecting_twice_changes_nothing_more(@ForAll("successions") Succession models) {
    DatabaseModel once = dialect().project(models.after());
    assertThat(dialect().project(once)).isEqualTo(once);
  }

  @Provide
  Arbitrary<Succession> successions() {
    return Successions.of(flavour());
  }
}
