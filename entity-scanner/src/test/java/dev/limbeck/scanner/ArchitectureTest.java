package dev.limbeck.scanner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.limbeck.testsupport.SourceConventions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The scanner knows Hibernate and the engine's model, and never a database. */
class ArchitectureTest {

  private static final JavaClasses MODULE =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void every_class_stands_under_the_package_of_the_module() {
    classes()
        .should()
        .resideInAPackage("dev.limbeck.scanner..")
        .allowEmptyShould(true)
        .check(MODULE);
  }

  @Test
  void the_scanner_needs_hibernate_an_index_and_the_engine() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax..",
            "org.jspecify..",
            "dev.limbeck..",
            "jakarta.persistence..",
            "org.hibernate..",
            "org.jboss.jandex..",
            "org.jboss.logging..")
        .allowEmptyShould(true)
        .check(MODULE);
  }

  @Test
  void the_scanner_opens_no_connection() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.sql\\.(Connection|Driver|DriverManager|Statement|PreparedStatement|ResultSet)"
                + "|javax\\.sql\\..*")
        .allowEmptyShould(true)
        .check(MODULE);
  }

  @Test
  void the_scanner_uses_the_engines_model_and_ports() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.limbeck.dialect.postgresql..",
            "dev.limbeck.dialect.sqlite..",
            "dev.limbeck.diff..",
            "dev.limbeck.introspect..",
            "dev.limbeck.plan..",
            "dev.limbeck.runtime..")
        .allowEmptyShould(true)
        .check(MODULE);
  }

  @Test
  void sources_keep_to_the_conventions() {
    assertThat(SourceConventions.violations(Path.of(""))).isEmpty();
  }
}
