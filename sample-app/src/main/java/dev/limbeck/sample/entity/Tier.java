package dev.limbeck.sample.entity;

/** How much a member may borrow; stored by name, so constants may be reordered. */
public enum Tier {
  CHILD(5),
  STANDARD(10),
  PATRON(50);

  private final int loans;

  Tier(int loans) {
    this.loans = loans;
  }

  /** How many items a member of this tier may have at home at once. */
  public int loans() {
    return loans;
  }
}
