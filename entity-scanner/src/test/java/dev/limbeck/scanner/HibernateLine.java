package dev.limbeck.scanner;

import dev.limbeck.testsupport.TestDatabase;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A Hibernate as an application has it on its class path.
 *
 * @param version its version
 * @param jars its core with all that this needs, without the community dialects
 */
record HibernateLine(String version, List<Path> jars) {
  private static final Path DIRECTORY = Path.of(System.getProperty("hibernate.lines"));
  private static final Path DIALECTS =
      Path.of(System.getProperty("limbeck.home"), "lib", "hibernate-dialects");

  /**
   * Held, so that it stays: each Hibernate looks for services on the system's class path too, and
   * says that those of another one do not fit.
   */
  private static final Logger LOG = Logger.getLogger("org.hibernate");

  static {
    LOG.setLevel(Level.SEVERE);
  }

  /** The lines that the tests run with. */
  static List<HibernateLine> all() {
    return Scans.jars(DIRECTORY).stream()
        .filter(Files::isDirectory)
        .map(jars -> new HibernateLine(jars.getFileName().toString(), Scans.jars(jars)))
        .toList();
  }

  /** The line of a version's first numbers, {@code 7.2}. */
  static HibernateLine of(String line) {
    return all().stream()
        .filter(each -> each.version().startsWith(line + "."))
        .findFirst()
        .orElseThrow();
  }

  /** The community dialects that the distribution carries for other Hibernates. */
  static List<Path> communityDialects() {
    return Scans.jars(DIALECTS);
  }

  /** Settings for some of the tests' classes, read with this Hibernate. */
  ScannerSettings.Builder scan(Collection<Class<?>> classes) {
    return Scans.of(classes).classPath(jars).communityDialects(communityDialects());
  }

  /** A class loader with this Hibernate, the dialects for it, and other places. */
  URLClassLoader loader(Path... others) {
    return new URLClassLoader(
        Stream.of(jars.stream(), dialects(), Stream.of(others))
            .flatMap(paths -> paths)
            .map(HibernateLine::url)
            .toArray(URL[]::new),
        ClassLoader.getPlatformClassLoader());
  }

  /** The statements with which this Hibernate creates the schema of some of the tests' classes. */
  List<String> ddl(TestDatabase database, Collection<Class<?>> classes)
      throws ReflectiveOperationException, IOException {
    return ddl(
        database, Scans.TEST_CLASSES, classes.stream().map(Class::getName).toList(), Map.of());
  }

  /**
   * The statements with which this Hibernate creates the schema of some classes.
   *
   * @param place where the classes are
   * @param properties settings for Hibernate
   */
  List<String> ddl(
      TestDatabase database, Path place, List<String> classes, Map<String, String> properties)
      throws ReflectiveOperationException, IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = loader(place, Scans.TEST_CLASSES)) {
      thread.setContextClassLoader(loader);
      List<Class<?>> own = new ArrayList<>();
      for (String each : classes) {
        own.add(Class.forName(each, false, loader));
      }
      List<?> statements =
          (List<?>)
              loader
                  .loadClass(HibernateDdl.class.getName())
                  .getMethod("statements", DataSource.class, Collection.class, Map.class)
                  .invoke(null, database.dataSource(), own, properties);
      return statements.stream().map(String.class::cast).toList();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private Stream<Path> dialects() {
    String line = version.substring(0, version.indexOf('.', version.indexOf('.') + 1));
    return Stream.concat(communityDialects().stream(), Scans.bundledHibernate().stream())
        .filter(
            jar -> jar.getFileName().toString().startsWith("hibernate-community-dialects-" + line));
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public String toString() {
    return version;
  }
}
