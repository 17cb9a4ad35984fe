package dev.limbeck.command;

import dev.limbeck.autogenerate.SqlObjectSides;
import dev.limbeck.command.Explanation.Cause;
import dev.limbeck.command.Explanation.Side;
import dev.limbeck.dialect.StoredDefinitions.State;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.sql.SqlText;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says where the sides come from of a view or another object that entities make by SQL.
 *
 * @param applied the applied revisions, played
 * @param said a revision in words
 */
record SqlObjectExplanation(List<PlayedRevision> applied, Function<RevisionNode, String> said) {

  Explanation of(OperationLine line, SqlObjectSides sides) {
    RevisionNode revision = lastToMake(sides.revisions());
    boolean asRevisions = same(sides.entities(), sides.revisions());
    return new Explanation(
        line,
        new Side(sides.database(), List.of(sides.name() + there(sides))),
        new Side(sides.entities(), sides.entities() == null ? List.of() : List.of(sides.name())),
        new Side(sides.revisions(), revision == null ? List.of() : List.of(said.apply(revision))),
        revision == null ? null : revision.id(),
        List.of(),
        asRevisions && differs(sides) ? Cause.DATABASE : Cause.ENTITIES,
        reason(sides, asRevisions));
  }

  private static String there(SqlObjectSides sides) {
    return switch (sides.there()) {
      case MISSING -> " is not there";
      case UNKNOWN -> " cannot be asked for, the revisions stand for it";
      default -> "";
    };
  }

  private static boolean differs(SqlObjectSides sides) {
    return sides.there() == State.MISSING || sides.there() == State.DIFFERENT;
  }

  private static String reason(SqlObjectSides sides, boolean asRevisions) {
    if (!asRevisions) {
      return "the entities changed since the last revision";
    }
    return differs(sides)
        ? "entities and revisions agree: something that is no revision changed the database"
        : "it makes way for another change, and comes back behind it";
  }

  private @Nullable RevisionNode lastToMake(@Nullable String sql) {
    RevisionNode last = null;
    for (PlayedRevision played : applied) {
      if (sql != null && played.operations().stream().anyMatch(each -> executes(each, sql))) {
        last = played.revision();
      }
    }
    return last;
  }

  private static boolean executes(Operation operation, String sql) {
    return operation instanceof ExecuteSql execute && SqlText.sameTokens(execute.sql(), sql)
        || operation instanceof OnlyOn only
            && only.operations().stream().anyMatch(each -> executes(each, sql));
  }

  private static boolean same(@Nullable String one, @Nullable String other) {
    return one == null || other == null ? one == other : SqlText.sameTokens(one, other);
  }
}
