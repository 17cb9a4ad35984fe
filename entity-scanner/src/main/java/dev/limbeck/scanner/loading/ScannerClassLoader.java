package dev.limbeck.scanner.loading;

import dev.limbeck.LimbeckException;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.scanner.bridge.SchemaBoot;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sees the user's class path and Hibernate, the JDK, and of Limbeck only Limbeck itself.
 *
 * <p>Limbeck's own classes come from its loader, so that both sides speak of the same model. The
 * part that links with Hibernate is defined here once more, from the same bytes. Everything else
 * comes from the given class path, whatever else the application that runs Limbeck has loaded.
 */
public final class ScannerClassLoader extends URLClassLoader {
  private static final String BOOT = "dev.limbeck.scanner.boot.";
  private static final String BOOT_CLASS = BOOT + "HibernateBoot";
  private static final String LOGGER_PROVIDERS =
      "META-INF/services/org.jboss.logging.LoggerProvider";

  /** What the packages of the JDK begin with. */
  private static final List<String> PLATFORM =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "org.w3c.", "org.xml.", "org.ietf.");

  private static final String HIBERNATE_SETTINGS = "hibernate.properties";

  private final ClassLoader limbeck;
  private final List<String> limbecksPlaces;
  private final String loggerProviders;

  /** Classes that are not there: Hibernate asks for the package-info of each entity. */
  private final Set<String> missing = ConcurrentHashMap.newKeySet();

  static {
    registerAsParallelCapable();
  }

  /**
   * @param classPath the user's class path and Hibernate's jars
   * @param verbose true where Hibernate's log goes to {@link System.Logger}
   */
  public ScannerClassLoader(List<Path> classPath, boolean verbose) {
    super("limbeck-scanner", urls(classPath), ClassLoader.getPlatformClassLoader());
    this.limbeck = ScannerClassLoader.class.getClassLoader();
    this.limbecksPlaces = List.of(place(DatabaseModel.class), place(ScannerClassLoader.class));
    this.loggerProviders =
        "dev/limbeck/scanner/logging/" + (verbose ? "forwarding" : "silent") + "-provider";
  }

  /**
   * The part that links with Hibernate, made in this loader.
   *
   * @throws LimbeckException LMB-113 where it does not fit the Hibernate of the class path
   */
  public SchemaBoot schemaBoot() {
    try {
      return (SchemaBoot)
          Class.forName(BOOT_CLASS, true, this).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new LimbeckException(
          "LMB-113",
          "The Hibernate on the class path cannot be used.\n  "
              + e
              + "\n  Limbeck reads entities through Hibernate ORM 6.6 and 7.",
          e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      if (name.startsWith(BOOT)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : defineFromLimbeck(name);
      }
      if (name.startsWith("org.jspecify.") || isLimbecks(name)) {
        return limbeck.loadClass(name);
      }
      return missing.contains(name) ? foundOrMissing(name) : loadedOrMissing(name, resolve);
    }
  }

  /** A class that was missing may have been made since, as Hibernate makes some. */
  private Class<?> foundOrMissing(String name) throws ClassNotFoundException {
    Class<?> made = findLoadedClass(name);
    if (made == null) {
      throw new MissingClass(name);
    }
    return made;
  }

  /**
   * Without a stack trace, which of a deep call takes longer than to find that there is nothing.
   */
  private static final class MissingClass extends ClassNotFoundException {
    private static final long serialVersionUID = 1L;

    MissingClass(String name) {
      super(name);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  private Class<?> loadedOrMissing(String name, boolean resolve) throws ClassNotFoundException {
    try {
      return isOfPlatform(name) ? super.loadClass(name, resolve) : own(name, resolve);
    } catch (ClassNotFoundException e) {
      missing.add(name);
      throw e;
    }
  }

  /**
   * Looks here first. The loader of the platform is asked only for what is not here, and so throws
   * no exception for each class of Hibernate.
   */
  private Class<?> own(String name, boolean resolve) throws ClassNotFoundException {
    Class<?> loaded = findLoadedClass(name);
    if (loaded != null) {
      return loaded;
    }
    try {
      return findClass(name);
    } catch (ClassNotFoundException e) {
      return super.loadClass(name, resolve); // It may be of the platform all the same.
    }
  }

  private static boolean isOfPlatform(String name) {
    for (String beginning : PLATFORM) {
      if (name.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Finds no {@code hibernate.properties}: what it says was sorted already, and Hibernate would log
   * all of it, with passwords.
   */
  @Override
  public @Nullable URL findResource(String name) {
    return name.equals(HIBERNATE_SETTINGS) ? null : super.findResource(name);
  }

  @Override
  public Enumeration<URL> findResources(String name) throws IOException {
    return name.equals(HIBERNATE_SETTINGS)
        ? Collections.emptyEnumeration()
        : super.findResources(name);
  }

  @Override
  public @Nullable URL getResource(String name) {
    return name.equals(LOGGER_PROVIDERS)
        ? limbeck.getResource(loggerProviders)
        : super.getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return name.equals(LOGGER_PROVIDERS)
        ? Collections.enumeration(Collections.list(limbeck.getResources(loggerProviders)))
        : super.getResources(name);
  }

  /**
   * True for a class of Limbeck itself. The name alone does not say it: an application's package
   * may begin alike.
   */
  private boolean isLimbecks(String name) {
    if (!name.startsWith("dev.limbeck.")) {
      return false;
    }
    String file = name.replace('.', '/') + ".class";
    URL found = limbeck.getResource(file);
    if (found == null) {
      return false;
    }
    String url = found.toString();
    return limbecksPlaces.contains(url.substring(0, url.length() - file.length()));
  }

  private Class<?> defineFromLimbeck(String name) throws ClassNotFoundException {
    try (InputStream in = limbeck.getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /** The directory or jar that a class comes from, as the beginning of its resource's URL. */
  private static String place(Class<?> type) {
    String file = type.getName().replace('.', '/') + ".class";
    URL url = type.getClassLoader().getResource(file);
    if (url == null) {
      throw new IllegalStateException("The class file of " + type + " is not to be found.");
    }
    return url.toString().substring(0, url.toString().length() - file.length());
  }

  private static URL[] urls(List<Path> classPath) {
    List<URL> urls = new ArrayList<>();
    for (Path path : classPath) {
      try {
        urls.add(path.toUri().toURL());
      } catch (MalformedURLException e) {
        throw new LimbeckException("LMB-117", "The class path names " + path + ": " + e, e);
      }
    }
    return urls.toArray(URL[]::new);
  }
}
