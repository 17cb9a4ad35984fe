package dev.limbeck.sample;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database of an old version of a large application becomes one of the newest. */
class KeycloakVersionsTest {
  private static final PublicEntities OLD =
      PublicEntities.in(Path.of(System.getProperty("keycloak.old.jars")));
  private static final PublicEntities NEW =
      PublicEntities.in(Path.of(System.getProperty("keycloak.jars")));

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void an_old_schema_becomes_the_one_of_the_newest_version_and_goes_back(DatabaseKind kind) {
    PublicSchemas.takeStep("Keycloak", OLD, NEW, List.of(), true, kind, directory);
  }
}
