package dev.limbeck.scanner.discovery;

import dev.limbeck.LimbeckException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
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
   * @throws LimbeckException LMB-115 where it is no XML
   */
  static PersistenceUnit read(Path file, Path location) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    List<String> classes = new ArrayList<>();
    List<String> mappingFiles = new ArrayList<>();
    SortedMap<String, String> properties = new TreeMap<>();
    try (var in = Files.newInputStream(file)) {
      XMLStreamReader reader = factory.createXMLStreamReader(in);
      try {
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
      } finally {
        reader.close();
      }
    } catch (XMLStreamException | IOException e) {
      throw new LimbeckException(
          "LMB-115",
          "The " + FILE + " of " + location + " cannot be read.\n  " + e.getMessage(),
          e);
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
