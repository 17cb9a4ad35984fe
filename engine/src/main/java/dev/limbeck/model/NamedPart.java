package dev.limbeck.model;

/** What a {@link NamingConvention} names. */
public enum NamedPart {
  PRIMARY_KEY("primary-key", "pk_{table}"),
  UNIQUE("unique", "uq_{table}_{columns}"),
  FOREIGN_KEY("foreign-key", "fk_{table}_{columns}"),
  CHECK("check", "ck_{table}_{columns}"),
  INDEX("index", "ix_{table}_{columns}"),
  UNIQUE_INDEX("unique-index", "ux_{table}_{columns}");

  private final String text;
  private final String standard;

  NamedPart(String text, String standard) {
    this.text = text;
    this.standard = standard;
  }

  /** The part as settings spell it. */
  public String text() {
    return text;
  }

  /** The pattern of its names where nothing else is said. */
  NamePattern standard() {
    return NamePattern.of(this, standard, "the standard convention");
  }
}
