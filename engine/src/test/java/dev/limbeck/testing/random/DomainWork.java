package dev.limbeck.testing.random;

import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Domain;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Evolver;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.CreateSchema;
import dev.limbeck.operation.TypeOperation.AlterDomain;
import dev.limbeck.operation.TypeOperation.CreateDomain;
import dev.limbeck.operation.TypeOperation.DropDomain;
import dev.limbeck.operation.TypeOperation.RenameDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What people write into revisions of their own when domains change, since entities say nothing of
 * them: they come and change before the tables do, and go after it.
 *
 * @param before what is done before autogenerate compares
 * @param after what is done afterwards
 */
public record DomainWork(List<Operation> before, List<Operation> after) {
  public DomainWork {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** What makes the domains of the schema afterwards. */
  public static DomainWork of(Succession models) {
    Map<QualifiedName, QualifiedName> names = models.lineage().types().names();
    List<Operation> first = new ArrayList<>();
    List<Operation> last = new ArrayList<>();
    for (Domain domain : models.before().domains()) {
      QualifiedName name = names.get(domain.name());
      Domain later = name == null ? null : models.after().domain(name);
      if (later == null) {
        last.add(new DropDomain(domain.name(), domain));
        continue;
      }
      if (!later.name().equals(domain.name())) {
        first.add(new RenameDomain(domain.name(), later.name()));
      }
      AlterDomain change = AlterDomain.between(domain.withName(later.name()), later);
      if (change != null) {
        first.add(change);
      }
    }
    for (Domain domain : models.after().domains()) {
      if (!names.containsValue(domain.name())) {
        Identifier schema = domain.name().schema();
        if (schema != null
            && !models.before().schemas().contains(schema)
            && !first.contains(new CreateSchema(schema))) {
          first.add(new CreateSchema(schema));
        }
        first.add(new CreateDomain(domain));
      }
    }
    return new DomainWork(first, last);
  }

  /** The first step of a succession: to the schema with the domains as they are to be. */
  public Succession first(Succession models) {
    DatabaseModel between = Evolver.evolve(models.before(), before);
    Lineage same = Lineage.ofNames(models.before(), between);
    return new Succession(
        models.before(),
        between,
        same.withTypes(models.lineage().types().ofDomains(models.before())),
        models.seed());
  }

  /** The step behind the first one, which autogenerate makes. */
  public Succession second(Succession models) {
    DatabaseModel between = first(models).after();
    return new Succession(
        between,
        models.after(),
        models.lineage().withTypes(models.lineage().types().ofEnumTypes(between)),
        models.seed());
  }
}
