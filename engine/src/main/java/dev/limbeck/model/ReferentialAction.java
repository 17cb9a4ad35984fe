package dev.limbeck.model;

/** What happens to the rows that refer to a row which is deleted or gets another key. */
public enum ReferentialAction {
  NO_ACTION,
  RESTRICT,
  CASCADE,
  SET_NULL,
  SET_DEFAULT;

  /** The words of the SQL standard. */
  public String sql() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
