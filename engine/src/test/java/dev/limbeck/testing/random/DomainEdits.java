package dev.limbeck.testing.random;

import dev.limbeck.model.Check;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Domain;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.Evolver;
import dev.limbeck.operation.TypeOperation.RenameDomain;
import java.util.ArrayList;
import java.util.List;

/** Changes domains here and there, as people do in revisions of their own. */
final class DomainEdits {
  private final Dice dice;
  private final Schemas schemas;
  private final Domains domains;
  private final TypeEdits types;

  /**
   * @param types remembers the names of all types
   */
  DomainEdits(Dice dice, Schemas schemas, TypeEdits types) {
    this.dice = dice;
    this.schemas = schemas;
    this.domains = schemas.domains();
    this.types = types;
  }

  /** The model with one change of its domains. */
  DatabaseModel changed(DatabaseModel model) {
    Domain domain = dice.any(model.domains());
    if (domain == null || dice.one(8)) {
      List<Domain> more = new ArrayList<>(model.domains());
      more.add(domains.domain());
      return model.withDomains(more);
    }
    return switch (dice.between(0, 7)) {
      case 0 ->
          model.withDomains(model.domains().stream().filter(each -> !each.equals(domain)).toList());
      case 1 -> withName(model, domain);
      case 2 -> replaced(model, domain.withNullable(!domain.nullable()));
      case 3 ->
          replaced(
              model, domain.withDefault(dice.one(3) ? null : domains.defaultOf(domain.type())));
      case 4, 5 -> replaced(model, domain.withType(domains.otherType(domain.type())));
      default -> replaced(model, domain.withChecks(otherChecks(domain)));
    };
  }

  private static DatabaseModel replaced(DatabaseModel model, Domain domain) {
    return model.withDomains(
        model.domains().stream()
            .map(each -> each.name().equals(domain.name()) ? domain : each)
            .toList());
  }

  private DatabaseModel withName(DatabaseModel model, Domain domain) {
    QualifiedName to = domain.name().withName(schemas.names().part("realm"));
    types.renamed(domain.name(), to);
    return Evolver.evolve(model, List.of(new RenameDomain(domain.name(), to)));
  }

  private List<Check> otherChecks(Domain domain) {
    List<Check> checks = new ArrayList<>(domain.checks());
    if (checks.isEmpty() || dice.one(3)) {
      checks.add(domains.check(domain.type()));
      return checks;
    }
    Check old = checks.remove(dice.between(0, checks.size() - 1));
    if (dice.one(3)) {
      checks.add(old.withName(schemas.names().part("re")));
    } else if (dice.one(2)) {
      checks.add(domains.check(domain.type()).withName(old.name()));
    }
    return checks;
  }
}
