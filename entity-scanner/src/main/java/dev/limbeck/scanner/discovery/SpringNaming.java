package dev.limbeck.scanner.discovery;

/** How Spring Boot names tables and columns where an application does not say it otherwise. */
public final class SpringNaming {

  /** Its physical strategy; Hibernate itself has it. */
  static final String PHYSICAL =
      "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl";

  /** Its implicit strategy, by the name that it has in Spring Boot; Limbeck has its equal. */
  public static final String IMPLICIT = "SpringImplicitNamingStrategy";

  private SpringNaming() {}

  /** True for Spring Boot's own implicit strategy, in whatever package. */
  public static boolean isImplicit(String strategy) {
    return strategy.substring(strategy.lastIndexOf('.') + 1).equals(IMPLICIT);
  }
}
