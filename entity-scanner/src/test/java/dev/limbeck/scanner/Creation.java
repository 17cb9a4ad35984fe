package dev.limbeck.scanner;

import dev.limbeck.dialect.Dialects;
import dev.limbeck.diff.Differ;
import dev.limbeck.migration.Recording;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.plan.OfflinePlanner;
import java.util.List;

/** How Limbeck creates a model in an empty database. */
final class Creation {
  private Creation() {}

  static List<String> statements(DatabaseModel model, String dialect) {
    var operations = new Differ(NamingConvention.standard()).diff(DatabaseModel.empty(), model);
    return new OfflinePlanner(Dialects.named(dialect))
        .plan("test", Recording.of(operations)).stream()
            .flatMap(unit -> unit.steps().stream())
            .flatMap(step -> step.statements().stream())
            .toList();
  }
}
