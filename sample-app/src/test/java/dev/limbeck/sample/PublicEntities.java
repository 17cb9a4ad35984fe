package dev.limbeck.sample;

import static java.util.Objects.requireNonNull;

import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.autogenerate.EntitySource;
import dev.limbeck.sample.PublicModel.Reader;
import dev.limbeck.scanner.EntityScanner;
import dev.limbeck.scanner.ScannerSettings;
import dev.limbeck.testsupport.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Published entities: as Limbeck reads them, and the schema that their Hibernate makes of them. */
final class PublicEntities implements EntitySource {
  private static final Path TEST_CLASSES = Path.of("target", "test-classes");
  private static final Map<PublicModel, PublicEntities> ALL = new ConcurrentHashMap<>();

  /** Held, so that it stays. */
  private static final Logger LOG = Logger.getLogger("org.hibernate");

  static {
    LOG.setLevel(Level.OFF);
  }

  private record Question(List<String> dialects, Map<String, Integer> majorVersions) {}

  private final List<Path> classPath;
  private final Map<String, String> settings;
  private final boolean bundled;
  private final EntityScanner scanner;
  private final Map<Question, EntityModel> answers = new ConcurrentHashMap<>();

  private PublicEntities(
      List<Path> jars, boolean bundled, List<String> packages, Map<String, String> settings) {
    this.bundled = bundled;
    this.classPath =
        jars.stream()
            .filter(jar -> !bundled || !jar.getFileName().toString().startsWith("hibernate-core-"))
            .toList();
    this.settings = Map.copyOf(settings);
    this.scanner =
        new EntityScanner(
            ScannerSettings.builder()
                .classPath(classPath)
                .packages(packages)
                .properties(settings)
                .bundledHibernate(jars("hibernate"))
                .communityDialects(jars("hibernate-dialects"))
                .build());
  }

  /** The entities of some jars, read by the bundled Hibernate. */
  static PublicEntities in(Path jars) {
    return new PublicEntities(list(jars), true, List.of(), Map.of());
  }

  /** The entities of a model; each model is resolved and scanned once. */
  static PublicEntities of(PublicModel model) {
    return ALL.computeIfAbsent(
        model,
        each ->
            new PublicEntities(
                ResolvedArtifacts.of(each),
                each.hibernate() == Reader.BUNDLED,
                each.packages(),
                each.settings()));
  }

  @Override
  public EntityModel read(List<String> dialects) {
    return read(dialects, Map.of());
  }

  @Override
  public EntityModel read(List<String> dialects, Map<String, Integer> majorVersions) {
    return answers.computeIfAbsent(
        new Question(List.copyOf(dialects), Map.copyOf(majorVersions)),
        question -> scanner.read(question.dialects(), question.majorVersions()));
  }

  /** Lets Hibernate make the schema. What SQLite refuses of it is left out. */
  void create(TestDatabase database, DatabaseKind kind) {
    List<String> statements = new ArrayList<>();
    for (String sql : ddl(database, read(List.of(kind.dialect())))) {
      if (kind == DatabaseKind.POSTGRESQL) {
        statements.add(sql);
      } else if (!sql.strip().startsWith("comment on ")) {
        // Hibernate leaves out the type of an identity column where "integer" stands before it.
        statements.add(sql.replace(", id,", ", id integer,"));
      }
    }
    database.execute(statements);
  }

  private List<String> ddl(TestDatabase database, EntityModel model) {
    List<Path> paths = new ArrayList<>(bundled ? jars("hibernate") : List.of());
    paths.addAll(classPath);
    paths.add(TEST_CLASSES);
    if (!bundled) {
      String version = model.settings().get(0).value();
      String line = version.substring(0, version.indexOf('.', version.indexOf('.') + 1) + 1);
      Stream.of("hibernate", "hibernate-dialects")
          .flatMap(name -> jars(name).stream())
          .filter(
              jar ->
                  jar.getFileName().toString().startsWith("hibernate-community-dialects-" + line))
          .forEach(paths::add);
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (var loader = new URLClassLoader(urls(paths), ClassLoader.getPlatformClassLoader())) {
      thread.setContextClassLoader(loader);
      List<?> statements =
          (List<?>)
              loader
                  .loadClass(ModelDdl.class.getName())
                  .getMethod("statements", DataSource.class, List.class, List.class, Map.class)
                  .invoke(
                      null,
                      database.dataSource(),
                      names(model, false),
                      names(model, true),
                      settings);
      return statements.stream().map(String.class::cast).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Of lines such as {@code entity com.acme.Order of lib/acme.jar}. */
  private static List<String> names(EntityModel model, boolean packages) {
    return model.found().stream()
        .filter(line -> line.startsWith("package ") == packages)
        .filter(line -> line.contains(" of "))
        .map(line -> line.substring(0, line.lastIndexOf(" of ")))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .toList();
  }

  private static List<Path> jars(String name) {
    String home = requireNonNull(System.getProperty("limbeck.home"), "limbeck.home");
    return list(Path.of(home, "lib", name));
  }

  private static List<Path> list(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL[] urls(List<Path> paths) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (Path path : paths) {
      urls.add(path.toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }
}
