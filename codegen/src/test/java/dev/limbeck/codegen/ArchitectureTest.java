package dev.limbeck.codegen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.limbeck.testsupport.SourceConventions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Codegen knows JavaPoet and the engine's operations, and neither entities nor databases. */
class ArchitectureTest {

  private static final JavaClasses MODULE =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void every_class_stands_under_the_package_of_the_module() {
    classes()
        .should()
        .resideInAPackage("dev.limbeck.codegen..")
        .allowEmptyShould(true)
        .check(MODULE);
  }

  @Test
  void codegen_needs_javapoet_and_the_engine() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "javax..", "org.jspecify..", "dev.limbeck..", "com.palantir.javapoet..")
        .allowEmptyShould(true)
        .check(MODULE);
  }

  @Test
  void codegen_knows_no_database() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..",
            "javax.sql..",
            "dev.limbeck.dialect.postgresql..",
            "dev.limbeck.dialect.sqlite..",
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
