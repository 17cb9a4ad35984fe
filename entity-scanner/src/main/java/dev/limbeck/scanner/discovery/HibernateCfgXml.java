package dev.limbeck.scanner.discovery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads a {@code hibernate.cfg.xml}: what it maps, and its properties. */
final class HibernateCfgXml {
  static final String FILE = "hibernate.cfg.xml";

  private HibernateCfgXml() {}

  /**
   * Reads the file as a unit that lists all that it has. Nothing that it refers to is fetched.
   *
   * @param location the directory or jar that the file lies in
   * @throws dev.limbeck.LimbeckException LMB-115 where it is no XML
   */
  static PersistenceUnit read(Path file, Path location) {
    return SettingsXml.read(file, location, reader -> unit(reader, location));
  }

  private static PersistenceUnit unit(XMLStreamReader reader, Path location)
      throws XMLStreamException {
    List<String> classes = new ArrayList<>();
    List<String> mappingFiles = new ArrayList<>();
    SortedMap<String, String> properties = new TreeMap<>();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT) {
        if (reader.getLocalName().equals("mapping")) {
          add(classes, reader.getAttributeValue(null, "class"));
          add(mappingFiles, reader.getAttributeValue(null, "resource"));
        } else if (reader.getLocalName().equals("property")) {
          String name = reader.getAttributeValue(null, "name");
          if (name != null) {
            properties.put(qualified(name), reader.getElementText().strip());
          }
        }
      }
    }
    return new PersistenceUnit(FILE, location, classes, List.of(), mappingFiles, true, properties);
  }

  /** Hibernate takes {@code dialect} there for {@code hibernate.dialect}. */
  private static String qualified(String name) {
    return name.startsWith("hibernate.") || name.startsWith("jakarta.") || name.startsWith("javax.")
        ? name
        : "hibernate." + name;
  }

  private static void add(List<String> names, @Nullable String name) {
    if (name != null && !name.isBlank()) {
      names.add(name.strip());
    }
  }
}
