package dev.limbeck.source.sample;

/** Tells which revisions were initialised; itself no revision. */
public final class Initialised {
  private static final String PROPERTY = Initialised.class.getName();

  private Initialised() {}

  static void note(String id) {
    System.setProperty(PROPERTY, System.getProperty(PROPERTY, "") + id);
  }

  public static String ids() {
    return System.getProperty(PROPERTY, "");
  }
}
