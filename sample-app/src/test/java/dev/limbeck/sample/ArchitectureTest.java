package dev.limbeck.sample;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.limbeck.testsupport.SourceConventions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The application needs the engine and a driver to migrate itself, nothing else of Limbeck. */
class ArchitectureTest {

  private static final JavaClasses MODULE =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void every_class_stands_under_the_package_of_the_module() {
    classes()
        .should()
        .resideInAPackage("dev.limbeck.sample..")
        .allowEmptyShould(true)
        .check(MODULE);
  }

  @Test
  void the_application_uses_the_migration_api_and_the_facade() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.limbeck.scanner..",
            "dev.limbeck.codegen..",
            "dev.limbeck.cli..",
            "dev.limbeck.autogenerate..",
            "dev.limbeck.diff..",
            "dev.limbeck.introspect..",
            "dev.limbeck.plan..")
        .allowEmptyShould(true)
        .check(MODULE);
  }

  @Test
  void sources_keep_to_the_conventions() {
    assertThat(SourceConventions.violations(Path.of(""))).isEmpty();
  }
}
