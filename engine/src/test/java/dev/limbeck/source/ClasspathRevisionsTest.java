package dev.limbeck.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.LimbeckException;
import dev.limbeck.graph.RevisionNode;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Operations;
import dev.limbeck.migration.Recorder;
import dev.limbeck.model.Identifier;
import dev.limbeck.operation.Operation.CreateSchema;
import dev.limbeck.source.sample.Initialised;
import dev.limbeck.source.sample.R20260101_0000_First;
import dev.limbeck.source.sample.deep.R20260102_0000_Second;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClasspathRevisionsTest {
  private static final String PACKAGE = "dev.limbeck.source.sample";

  private static final RevisionHeader SECOND =
      new RevisionHeader(
          "c2",
          List.of("c1"),
          List.of("x", "y"),
          List.of("shop"),
          List.of("c0", "c2"),
          "2026-01-02T00:00:00Z",
          "",
          R20260102_0000_Second.class.getName(),
          "class " + R20260102_0000_Second.class.getName());

  @Test
  void a_package_is_searched_with_the_packages_below() {
    String before = Initialised.ids();

    List<RevisionHeader> headers = ClasspathRevisions.inPackage(PACKAGE).headers();

    assertThat(headers).extracting(RevisionHeader::id).containsExactly("c1", "c2");
    assertThat(headers.get(1)).isEqualTo(SECOND);
    assertThat(Initialised.ids()).isEqualTo(before);
  }

  @Test
  void the_hash_of_a_revision_is_that_of_its_class_file() {
    ClasspathRevisions revisions = ClasspathRevisions.inPackage(PACKAGE);
    RevisionNode first = RevisionNode.of("c1", List.of(), "First");

    Map<String, ContentHash> hashes = revisions.hashes(List.of(first));

    assertThat(hashes).containsOnlyKeys("c1");
    assertThat(hashes.get("c1").kind()).isEqualTo(ContentHash.Kind.CLASS);
    assertThat(ClasspathRevisions.of(R20260101_0000_First.class).hashes(List.of(first)))
        .isEqualTo(hashes);
  }

  @Test
  void migrations_are_made_of_what_is_asked_for() {
    Map<String, Migration> loaded = ClasspathRevisions.inPackage(PACKAGE).load(List.of("c1"));

    assertThat(loaded).containsOnlyKeys("c1");
    assertThat(Recorder.upgrade(loaded.get("c1")).operations())
        .containsExactly(new CreateSchema(Identifier.of("first")));
    assertThatThrownBy(() -> ClasspathRevisions.inPackage(PACKAGE).load(List.of("c9")))
        .hasMessageStartingWith("LMB-209 ");
  }

  @Test
  void classes_can_be_named_one_by_one() {
    assertThat(ClasspathRevisions.of(R20260102_0000_Second.class).headers())
        .containsExactly(SECOND);
    assertThatThrownBy(() -> ClasspathRevisions.of(NoRevision.class).headers())
        .hasMessageStartingWith("LMB-222 ")
        .hasMessageContaining("NoRevision");
  }

  @Test
  void a_package_that_is_nowhere_holds_nothing() {
    assertThat(ClasspathRevisions.inPackage("no.such.place").isEmpty()).isTrue();
    assertThatThrownBy(() -> ClasspathRevisions.inPackage(PACKAGE, "no.such.place").headers())
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("LMB-282 There is no revision in the package no.such.place.");
  }

  @Test
  void a_jar_is_searched_like_a_directory(@TempDir Path temp) throws IOException {
    Path jar = jar(temp, false);
    try (URLClassLoader loader = loader(jar)) {
      ClasspathRevisions revisions = ClasspathRevisions.inPackages(loader, List.of(PACKAGE));

      assertThat(revisions.headers()).extracting(RevisionHeader::id).containsExactly("c1", "c2");
      assertThat(revisions.load(List.of("c2")).get("c2").getClass().getClassLoader())
          .isSameAs(loader);
    }
  }

  @Test
  void classes_for_a_newer_java_are_named(@TempDir Path temp) throws IOException {
    try (URLClassLoader loader = loader(jar(temp, true))) {
      assertThatThrownBy(() -> ClasspathRevisions.inPackages(loader, List.of(PACKAGE)).headers())
          .hasMessageStartingWith("LMB-222 ")
          .hasMessageContaining("dev.limbeck.source.sample.")
          .hasMessageContaining("newer Java");
    }
  }

  /** Sees the classes of the jar before those of the tests. */
  private static URLClassLoader loader(Path jar) throws IOException {
    ClassLoader tests = ClasspathRevisionsTest.class.getClassLoader();
    return new URLClassLoader(new URL[] {jar.toUri().toURL()}, null) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        return name.startsWith(PACKAGE) ? super.findClass(name) : tests.loadClass(name);
      }
    };
  }

  private static Path jar(Path temp, boolean newer) throws IOException {
    Path jar = temp.resolve("app.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry(PACKAGE.replace('.', '/') + "/"));
      for (Class<?> type :
          List.of(R20260101_0000_First.class, Initialised.class, R20260102_0000_Second.class)) {
        String name = type.getName().replace('.', '/') + ".class";
        try (var in = ClasspathRevisionsTest.class.getClassLoader().getResourceAsStream(name)) {
          byte[] bytes = in.readAllBytes();
          bytes[7] = newer ? (byte) 120 : bytes[7];
          out.putNextEntry(new JarEntry(name));
          out.write(bytes);
        }
      }
    }
    return jar;
  }

  /** A migration without an annotation. */
  public static final class NoRevision implements Migration {
    @Override
    public void upgrade(Operations op) {
      op.createSchema("a");
    }

    @Override
    public void downgrade(Operations op) {
      op.dropSchema("a");
    }
  }
}
