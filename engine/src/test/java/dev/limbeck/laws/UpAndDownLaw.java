package dev.limbeck.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.Comparer;
import dev.limbeck.autogenerate.DowngradeBody;
import dev.limbeck.autogenerate.Renaming;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.diff.Differ;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Deferral;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import dev.limbeck.operation.Evolver;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import dev.limbeck.runtime.UnitAtWork;
import dev.limbeck.testing.Schema;
import dev.limbeck.testing.random.DomainWork;
import dev.limbeck.testing.random.Flavour;
import dev.limbeck.testing.random.Foresight;
import dev.limbeck.testing.random.Kept;
import dev.limbeck.testing.random.Lineage;
import dev.limbeck.testing.random.Named;
import dev.limbeck.testing.random.RandomRows;
import dev.limbeck.testing.random.Rows;
import dev.limbeck.testing.random.Succession;
import dev.limbeck.testing.random.Successions;
import dev.limbeck.testing.random.Verdict;
import dev.limbeck.testsupport.facts.SchemaFacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * What autogenerate finds between a database full of rows and the entities leads from the one to
 * the other and back: afterwards nothing differs, an independent reader sees what it sees in a
 * database made from nothing, and the rows are there. Where rows cannot be kept or brought back,
 * the change is refused, and only there.
 */
public abstract class UpAndDownLaw {
  private static final NamingConvention NAMES = NamingConvention.standard();

  protected abstract Dialect dialect();

  protected abstract Flavour flavour();

  /** A connection to a database that is empty. */
  protected abstract Connection connection() throws SQLException;

  /** Told before each try; a database may be worn out by what was rolled back. */
  protected void begins() throws SQLException {}

  /** Told before a comparison in the transaction of the operations, which nobody else makes. */
  protected void compares() throws SQLException {}

  protected abstract Outcomes outcomes();

  @Property(seed = "1848", edgeCases = EdgeCasesMode.NONE)
  void up_then_down_is_identity_and_rows_are_kept(@ForAll("successions") Succession models)
      throws SQLException {
    begins();
    Schema schema = new Schema(dialect(), connection());
    Try tried = new Try(schema, models);
    schema.inTransaction(tried::upAndDown);
    if (tried.reached != null) {
      schema.inTransaction(tried::fromNothing);
    }
    outcomes().count(tried);
  }

  @Provide
  Arbitrary<Succession> successions() {
    return Successions.of(flavour());
  }

  private List<Operation> differences(DatabaseModel replay, DatabaseModel wanted, Renaming renames)
      throws SQLException {
    compares();
    Comparer comparer =
        new Comparer(
            dialect(),
            (connection, dialect, scope) -> dialect.catalog().read(connection, scope),
            NAMES,
            Set.of(),
            !dialect().projection().hasSchemas(),
            false);
    return comparer.compare(connection(), replay, wanted, renames).operations();
  }

  /** The operations that make a model of nothing, and what they lead to. */
  private static DatabaseModel named(DatabaseModel model) {
    return Evolver.evolve(DatabaseModel.empty(), creation(model));
  }

  private static List<Operation> creation(DatabaseModel model) {
    return new Differ(NAMES).diff(DatabaseModel.empty(), model);
  }

  private List<String> facts() throws SQLException {
    return Plain.facts(SchemaFacts.of(connection()));
  }

  /** One succession, tried. */
  final class Try {
    private final Schema schema;
    private final Succession models;
    private final DomainWork domains;
    private final Succession byHand;
    private final Succession generated;
    private final DatabaseModel before;
    private Rows rows;
    private Verdict up = Verdict.UNCLEAR;
    private Verdict down = Verdict.UNCLEAR;
    private boolean returned;
    private @Nullable DatabaseModel reached;
    private @Nullable List<String> reachedFacts;

    Try(Schema schema, Succession models) {
      this.schema = schema;
      this.before = named(models.before());
      this.models = new Succession(before, models.after(), models.lineage(), models.seed());
      this.domains = DomainWork.of(this.models);
      this.byHand = domains.first(this.models);
      this.generated = domains.second(this.models);
      this.rows = RandomRows.of(dialect().name(), models);
    }

    void upAndDown() throws SQLException {
      UnitAtWork.run(dialect(), connection(), creation(models.before()));
      assertThat(differences(before, models.before(), Renaming.unknown())).isEmpty();
      insert();
      List<String> first = facts();
      Map<String, List<String>> same = kept(false, before);
      Map<String, List<String>> again = kept(true, before);

      Foresight changed = forward(byHand, rows, domains.before());
      up = changed.verdict();
      if (!runs(domains.before(), up)) {
        return;
      }
      DatabaseModel between = byHand.after();
      List<Operation> upgrade = remapped(differences(between, models.after(), renaming()));
      Foresight second = forward(generated, changed.rows(), upgrade);
      up = second.verdict();
      if (!runs(upgrade, up)) {
        return;
      }
      DatabaseModel after = Evolver.evolve(between, upgrade);
      DatabaseModel wanted = Named.after(models.after(), after, dialect().projection()::index);
      assertThat(differences(after, models.after(), Renaming.unknown())).isEmpty();
      runs(domains.after(), Verdict.DONE);
      assertThat(kept(false, models.after())).isEqualTo(same);
      reached = wanted.withEnumTypes(after.enumTypes());
      reachedFacts = facts();
      settle(wanted);

      List<Operation> downgrade =
          DowngradeBody.of(
              Stream.of(domains.before(), upgrade, domains.after()).flatMap(List::stream).toList());
      down = back(second.rows(), downgrade);
      if (!runs(downgrade, down)) {
        return;
      }
      returned = true;
      assertThat(Plain.difference(first, facts())).isEmpty();
      assertThat(differences(before, models.before(), Renaming.unknown())).isEmpty();
      assertThat(kept(true, before)).isEqualTo(again);
    }

    void fromNothing() throws SQLException {
      UnitAtWork.run(dialect(), connection(), creation(reached));
      assertThat(Plain.difference(facts(), reachedFacts)).isEmpty();
    }

    private Renaming renaming() {
      Lineage lineage = generated.lineage();
      return new Renaming(
          lineage.placesBefore(),
          lineage.placesAfter(),
          lineage.types().answers(),
          Renaming.Questions.nobody(),
          false);
    }

    /** What an author says of labels that go. */
    private List<Operation> remapped(List<Operation> operations) {
      return operations.stream().map(this::remapped).toList();
    }

    private Operation remapped(Operation operation) {
      if (!(operation instanceof AlterEnumType alter)) {
        return operation;
      }
      Map<String, String> remaps = new LinkedHashMap<>();
      generated
          .lineage()
          .types()
          .remapsOf(alter.name())
          .forEach(
              (label, instead) -> {
                if (alter.refusing().contains(label)) {
                  remaps.put(label, instead);
                }
              });
      return new AlterEnumType(
          alter.name(), alter.labels(), remaps, alter.columns(), alter.rebuild());
    }

    private Foresight forward(Succession step, Rows there, List<Operation> operations) {
      return Foresight.of(
          dialect().name(), step.before(), step.after(), step.lineage(), there, operations);
    }

    private Verdict back(Rows there, List<Operation> operations) {
      Foresight tables = forward(generated.reversed(), there, operations);
      Foresight types = forward(byHand.reversed(), tables.rows(), operations);
      return tables.verdict().compareTo(types.verdict()) >= 0 ? tables.verdict() : types.verdict();
    }

    private void insert() throws SQLException {
      try (Statement statement = connection().createStatement()) {
        for (String sql : RandomRows.inserts(dialect().name(), before, rows)) {
          statement.execute(sql);
        }
      }
      settle(before);
    }

    /** What a commit between two revisions would do: deferred constraints are checked. */
    private void settle(DatabaseModel model) throws SQLException {
      String deferred =
          model.tables().stream()
              .flatMap(table -> deferred(table).stream())
              .collect(Collectors.joining(", "));
      if (dialect().projection().hasSchemas() && !deferred.isEmpty()) {
        try (Statement statement = connection().createStatement()) {
          statement.execute("SET CONSTRAINTS " + deferred + " IMMEDIATE");
          statement.execute("SET CONSTRAINTS " + deferred + " DEFERRED");
        }
      }
    }

    private List<String> deferred(Table table) {
      return table.constraints().stream()
          .filter(
              each ->
                  each instanceof ForeignKey key && key.deferral() == Deferral.INITIALLY_DEFERRED
                      || each instanceof Unique unique
                          && unique.deferral() == Deferral.INITIALLY_DEFERRED)
          .map(each -> table.name().withName(Objects.requireNonNull(each.name())))
          .map(dialect().identifiers()::render)
          .toList();
    }

    private Map<String, List<String>> kept(boolean there, DatabaseModel now) throws SQLException {
      return Kept.rows(dialect(), connection(), models, there, now);
    }

    /** True where the operations were done; what is foretold has to come true. */
    private boolean runs(List<Operation> operations, Verdict foretold) throws SQLException {
      try {
        UnitAtWork.run(dialect(), connection(), operations);
      } catch (LimbeckException e) {
        if (foretold == Verdict.DONE) {
          throw new AssertionError("refused: " + operations, e);
        }
        return false;
      }
      if (foretold == Verdict.REFUSED) {
        fail("not refused: " + operations);
      }
      return true;
    }

    int rows() {
      return rows.count();
    }

    String outcome() {
      return reached == null ? "up refused" : returned ? "up and down" : "down refused";
    }
  }
}
