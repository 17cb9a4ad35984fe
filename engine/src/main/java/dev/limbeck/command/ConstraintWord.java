package dev.limbeck.command;

import dev.limbeck.model.Check;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.Unique;

/** What a constraint is called in a line. */
final class ConstraintWord implements Constraint.Visitor<String> {
  @Override
  public String primaryKey(PrimaryKey key) {
    return "primary_key";
  }

  @Override
  public String unique(Unique unique) {
    return "unique";
  }

  @Override
  public String foreignKey(ForeignKey key) {
    return "foreign_key";
  }

  @Override
  public String check(Check check) {
    return "check";
  }
}
