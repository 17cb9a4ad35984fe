package dev.limbeck.scanner.discovery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the units of a {@code persistence.xml}. */
final class PersistenceXml {
  private final XMLStreamReader reader;
  private final Path location;

  private PersistenceXml(XMLStreamReader reader, Path location) {
    this.reader = reader;
    this.location = location;
  }

  /**
   * Reads the file. Nothing that it refers to is fetched.
   *
   * @param file the file
   * @param location the directory or jar that it lies in
   * @throws dev.limbeck.LimbeckException LMB-115 where it is no XML
   */
  static List<PersistenceUnit> read(Path file, Path location) {
    return SettingsXml.read(file, location, reader -> new PersistenceXml(reader, location).units());
  }

  private List<PersistenceUnit> units() throws XMLStreamException {
    List<PersistenceUnit> units = new ArrayList<>();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT
          && reader.getLocalName().equals("persistence-unit")) {
        units.add(unit());
      }
    }
    return units;
  }

  private PersistenceUnit unit() throws XMLStreamException {
    String name = attribute("name");
    List<String> classes = new ArrayList<>();
    List<String> jarFiles = new ArrayList<>();
    List<String> mappingFiles = new ArrayList<>();
    boolean excludesUnlisted = false;
    SortedMap<String, String> properties = new TreeMap<>();
    while (true) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT
          && reader.getLocalName().equals("persistence-unit")) {
        return new PersistenceUnit(
            name, location, classes, jarFiles, mappingFiles, excludesUnlisted, properties);
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (reader.getLocalName()) {
          case "class" -> classes.add(reader.getElementText().strip());
          case "jar-file" -> jarFiles.add(reader.getElementText().strip());
          case "mapping-file" -> mappingFiles.add(reader.getElementText().strip());
          case "exclude-unlisted-classes" ->
              excludesUnlisted = !reader.getElementText().strip().equals("false");
          case "property" -> properties.put(attribute("name"), attribute("value"));
          case "validation-mode" ->
              properties.putIfAbsent(
                  "jakarta.persistence.validation.mode",
                  reader.getElementText().strip().toLowerCase(java.util.Locale.ROOT));
          default -> {
            // What concerns connections, transactions and caches makes no difference to a schema.
          }
        }
      }
    }
  }

  private String attribute(String attribute) {
    String value = reader.getAttributeValue(null, attribute);
    return value == null ? "" : value;
  }
}
