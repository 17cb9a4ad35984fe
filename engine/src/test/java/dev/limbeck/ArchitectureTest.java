package dev.limbeck;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.limbeck.testsupport.SourceConventions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The engine's packages are layers: lower never imports higher, and there are no cycles. */
class ArchitectureTest {

  private static final JavaClasses ENGINE =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  private static final DescribedPredicate<JavaClass> CONCRETE_DIALECT =
      resideInAnyPackage("dev.limbeck.dialect.postgresql..", "dev.limbeck.dialect.sqlite..");

  @Test
  void lower_layers_do_not_import_higher_ones() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("L0")
        .definedBy("dev.limbeck", "dev.limbeck.sql..", "dev.limbeck.json..", "dev.limbeck.model..")
        .layer("L1")
        .definedBy("dev.limbeck.operation..", "dev.limbeck.graph..")
        .layer("L2")
        .definedBy(
            resideInAnyPackage(
                    "dev.limbeck.migration..",
                    "dev.limbeck.dialect..",
                    "dev.limbeck.canonical..",
                    "dev.limbeck.hook..")
                .and(not(CONCRETE_DIALECT)))
        .layer("L3")
        .definedBy(
            "dev.limbeck.diff..",
            "dev.limbeck.filter..",
            "dev.limbeck.introspect..",
            "dev.limbeck.source..",
            "dev.limbeck.plan..")
        .layer("L4")
        .definedBy("dev.limbeck.autogenerate..", "dev.limbeck.runtime..")
        .layer("L5")
        .definedBy("dev.limbeck.command..", "dev.limbeck.config..")
        .layer("concrete dialects")
        .definedBy(CONCRETE_DIALECT)
        .whereLayer("L0")
        .mayOnlyBeAccessedByLayers("L1", "L2", "L3", "L4", "L5", "concrete dialects")
        .whereLayer("L1")
        .mayOnlyBeAccessedByLayers("L2", "L3", "L4", "L5", "concrete dialects")
        .whereLayer("L2")
        .mayOnlyBeAccessedByLayers("L3", "L4", "L5", "concrete dialects")
        .whereLayer("L3")
        .mayOnlyBeAccessedByLayers("L4", "L5", "concrete dialects")
        .whereLayer("L4")
        .mayOnlyBeAccessedByLayers("L5")
        .whereLayer("L5")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("concrete dialects")
        .mayNotBeAccessedByAnyLayer()
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void every_package_stands_in_a_layer() {
    classes()
        .should()
        .resideInAnyPackage(
            "dev.limbeck",
            "dev.limbeck.sql..",
            "dev.limbeck.model..",
            "dev.limbeck.operation..",
            "dev.limbeck.graph..",
            "dev.limbeck.json..",
            "dev.limbeck.canonical..",
            "dev.limbeck.migration..",
            "dev.limbeck.dialect..",
            "dev.limbeck.hook..",
            "dev.limbeck.diff..",
            "dev.limbeck.filter..",
            "dev.limbeck.introspect..",
            "dev.limbeck.source..",
            "dev.limbeck.plan..",
            "dev.limbeck.autogenerate..",
            "dev.limbeck.runtime..",
            "dev.limbeck.command..",
            "dev.limbeck.config..")
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void the_root_package_stands_on_nothing() {
    noClasses()
        .that()
        .resideInAPackage("dev.limbeck")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.limbeck..").and(not(resideInAPackage("dev.limbeck"))))
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void one_dialect_does_not_know_another() {
    noClasses()
        .that()
        .resideInAPackage("dev.limbeck.dialect.postgresql..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.limbeck.dialect.sqlite..")
        .allowEmptyShould(true)
        .check(ENGINE);
    noClasses()
        .that()
        .resideInAPackage("dev.limbeck.dialect.sqlite..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.limbeck.dialect.postgresql..")
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void there_are_no_cycles_of_packages() {
    slices()
        .assignedFrom(new PackageWithItsInternals())
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void the_engine_needs_only_the_jdk() {
    classes()
        .that()
        .resideOutsideOfPackage("dev.limbeck.introspect.schemacrawler..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "javax..", "org.jspecify..", "dev.limbeck..")
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void the_schemacrawler_reader_needs_schemacrawler_and_the_jdk() {
    classes()
        .that()
        .resideInAPackage("dev.limbeck.introspect.schemacrawler..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax..",
            "org.jspecify..",
            "dev.limbeck..",
            "schemacrawler..",
            "us.fatehi..")
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void values_know_no_database() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.limbeck.sql..", "dev.limbeck.model..", "dev.limbeck.graph..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..")
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void sources_keep_to_the_conventions() {
    assertThat(SourceConventions.violations(Path.of(""))).isEmpty();
  }

  /** A package and its {@code internal} packages are one thing; every other package is its own. */
  private static final class PackageWithItsInternals implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      String name = javaClass.getPackageName();
      int internal = (name + ".").indexOf(".internal.");
      return SliceIdentifier.of(internal < 0 ? name : name.substring(0, internal));
    }

    @Override
    public String getDescription() {
      return "packages, each with its internals";
    }
  }
}
