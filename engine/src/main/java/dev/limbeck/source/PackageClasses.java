package dev.limbeck.source;

import dev.limbeck.LimbeckException;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names of the classes of a package and of the packages below it, in directories and jars. */
final class PackageClasses {
  private static final String CLASS = ".class";

  private PackageClasses() {}

  static Set<String> names(ClassLoader loader, String packageName) {
    String path = packageName.replace('.', '/');
    Set<String> names = new TreeSet<>();
    try {
      List<URL> places = Collections.list(loader.getResources(path));
      for (URL place : places) {
        URLConnection connection = place.openConnection();
        if (connection instanceof JarURLConnection jar) {
          addFromJar(names, jar, path + "/");
        } else if ("file".equals(place.getProtocol())) {
          addFromDirectory(names, place.toURI(), packageName);
        } else {
          throw unreadable(packageName, place + " is neither a directory nor in a jar", null);
        }
      }
    } catch (IOException | URISyntaxException e) {
      throw unreadable(packageName, String.valueOf(e), e);
    }
    return names;
  }

  private static void addFromJar(Set<String> names, JarURLConnection connection, String prefix)
      throws IOException {
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(prefix) && name.endsWith(CLASS))
          .forEach(name -> names.add(className(name)));
    }
  }

  private static void addFromDirectory(Set<String> names, URI place, String packageName)
      throws IOException {
    Path directory = Path.of(place);
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      files
          .map(file -> directory.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(CLASS))
          .forEach(name -> names.add(className(packageName.replace('.', '/') + "/" + name)));
    }
  }

  private static String className(String file) {
    String name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
    return name.startsWith(".") ? name.substring(1) : name;
  }

  private static LimbeckException unreadable(
      String packageName, String reason, @Nullable Exception cause) {
    return new LimbeckException(
        "LMB-223",
        "The classes of the package "
            + packageName
            + " cannot be listed: "
            + reason
            + "\n  Name the revisions' classes instead.",
        cause);
  }
}
