package dev.limbeck.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.operation.Evolver;
import dev.limbeck.operation.Inverse;
import dev.limbeck.operation.Operation;
import dev.limbeck.testing.random.Flavour;
import dev.limbeck.testing.random.Lineage;
import dev.limbeck.testing.random.Named;
import dev.limbeck.testing.random.Succession;
import dev.limbeck.testing.random.Successions;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of the differ, on models alone. */
class DiffLawTest {
  private static final NamingConvention NAMES = NamingConvention.standard();
  private static final Differ DIFFER = new Differ(NAMES);

  @Property(seed = "4217", edgeCases = EdgeCasesMode.NONE)
  void a_schema_does_not_differ_from_itself(@ForAll("any") Succession models) {
    assertThat(DIFFER.diff(models.before(), models.before())).isEmpty();
    DatabaseModel named = created(models.before());
    assertThat(DIFFER.diff(named, models.before())).isEmpty();
    assertThat(DIFFER.diff(models.before(), named)).isEmpty();
  }

  @Property(seed = "4218", edgeCases = EdgeCasesMode.NONE)
  void what_differs_leads_from_one_to_the_other_and_back(@ForAll("any") Succession models) {
    DatabaseModel before = created(models.before());
    List<Operation> up = operations(before, models);

    DatabaseModel after = Evolver.evolve(before, up);

    assertThat(Named.sorted(after)).isEqualTo(Named.sorted(Named.after(models.after(), after)));
    assertThat(DIFFER.diff(after, models.after())).isEmpty();
    assertThat(Named.sorted(Evolver.evolve(after, Inverse.of(up)))).isEqualTo(Named.sorted(before));
    assertThat(Inverse.of(Inverse.of(up))).isEqualTo(up);
  }

  private static DatabaseModel created(DatabaseModel model) {
    return Evolver.evolve(DatabaseModel.empty(), DIFFER.diff(DatabaseModel.empty(), model));
  }

  /** The renames, the names that follow them, and what differs then. */
  private static List<Operation> operations(DatabaseModel before, Succession models) {
    Lineage lineage = models.lineage();
    Renames renames = lineage.renames();
    List<Operation> operations = new ArrayList<>(renames.operations());
    operations.addAll(
        new FollowingNames(NAMES)
            .operations(before, renames, Evolver.evolve(before, operations), models.after()));
    operations.addAll(DIFFER.diff(Evolver.evolve(before, operations), models.after()));
    return operations;
  }

  @Provide
  Arbitrary<Succession> any() {
    return Successions.of(Flavour.SHARED);
  }
}
