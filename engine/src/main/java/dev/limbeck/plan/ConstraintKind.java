package dev.limbeck.plan;

import dev.limbeck.model.Check;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.Unique;

/** What a kind of constraint is called. */
public final class ConstraintKind implements Constraint.Visitor<String> {
  @Override
  public String primaryKey(PrimaryKey key) {
    return "primary key";
  }

  @Override
  public String unique(Unique unique) {
    return "unique";
  }

  @Override
  public String foreignKey(ForeignKey key) {
    return "foreign key";
  }

  @Override
  public String check(Check check) {
    return "check";
  }
}
