package dev.limbeck.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.limbeck.testsupport.SourceConventions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The command line wires the others together; entities' libraries stay in their own class loader.
 */
class ArchitectureTest {

  private static final JavaClasses MODULE =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void every_class_stands_under_the_package_of_the_module() {
    classes().should().resideInAPackage("dev.limbeck.cli..").allowEmptyShould(true).check(MODULE);
  }

  @Test
  void hibernate_stays_in_the_scanners_class_loader() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.hibernate..", "jakarta.persistence..")
        .allowEmptyShould(true)
        .check(MODULE);
  }

  @Test
  void dialects_are_reached_through_the_service_loader() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.limbeck.dialect.postgresql..", "dev.limbeck.dialect.sqlite..")
        .allowEmptyShould(true)
        .check(MODULE);
  }

  @Test
  void sources_keep_to_the_conventions() {
    assertThat(SourceConventions.violations(Path.of(""))).isEmpty();
  }
}
