package dev.limbeck.command;

import dev.limbeck.model.Check;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Deferral;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Index;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.ReferentialAction;
import dev.limbeck.model.Unique;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The facts of a constraint or an index apart from its name, each said so that it is understood
 * alone: {@code on delete cascade}.
 */
final class PartFacts implements Constraint.Visitor<Map<String, String>> {
  private static final PartFacts ANY = new PartFacts();

  private PartFacts() {}

  /** The facts of a constraint by what they are about; those of one kind have the same keys. */
  static Map<String, String> of(Constraint constraint) {
    return constraint.accept(ANY);
  }

  /** The facts of an index by what they are about. */
  static Map<String, String> of(Index index) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("unique", index.unique() ? "unique" : "not unique");
    facts.put(
        "parts",
        index.parts().stream().map(PartText::part).collect(Collectors.joining(", ", "(", ")")));
    facts.put("method", "using " + (index.method() == null ? "btree" : index.method()));
    facts.put(
        "include",
        index.include().isEmpty()
            ? "nothing included"
            : "include " + PartText.names(index.include()));
    String where = PartText.expression(index.where());
    facts.put("where", where == null ? "all rows" : "where " + where);
    facts.put("nulls", nulls(index.nullsNotDistinct()));
    return facts;
  }

  private static String nulls(boolean notDistinct) {
    return notDistinct ? "nulls not distinct" : "nulls distinct";
  }

  @Override
  public Map<String, String> primaryKey(PrimaryKey key) {
    return Map.of("columns", PartText.names(key.columns()));
  }

  @Override
  public Map<String, String> unique(Unique unique) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("columns", PartText.names(unique.columns()));
    facts.put("nulls", nulls(unique.nullsNotDistinct()));
    facts.put("deferral", deferral(unique.deferral()));
    return facts;
  }

  @Override
  public Map<String, String> foreignKey(ForeignKey key) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("columns", PartText.names(key.columns()));
    facts.put("target", "references " + key.target() + " " + PartText.names(key.targetColumns()));
    facts.put("on delete", action("on delete ", key.onDelete()));
    facts.put("on update", action("on update ", key.onUpdate()));
    facts.put("deferral", deferral(key.deferral()));
    return facts;
  }

  private static String action(String word, ReferentialAction action) {
    return word + PartText.word(action);
  }

  private static String deferral(Deferral deferral) {
    return deferral == Deferral.NONE ? "not deferrable" : "deferrable " + PartText.word(deferral);
  }

  @Override
  public Map<String, String> check(Check check) {
    return Map.of("condition", PartText.condition(check.condition()));
  }
}
