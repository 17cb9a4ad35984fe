package dev.limbeck.sample.entity;

/** How worn an item is; stored by position, so a new constant goes to the end. */
public enum Condition {
  NEW,
  GOOD,
  WORN,
  TO_REPAIR
}
