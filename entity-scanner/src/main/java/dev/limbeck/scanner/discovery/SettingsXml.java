package dev.limbeck.scanner.discovery;

import dev.limbeck.LimbeckException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads files of settings that are XML. Nothing that they refer to is fetched. */
final class SettingsXml {
  private SettingsXml() {}

  /** Goes through the file. */
  @FunctionalInterface
  interface Reading<T> {
    T from(XMLStreamReader reader) throws XMLStreamException;
  }

  /**
   * Reads a file.
   *
   * @param location the directory or jar that it lies in
   * @throws LimbeckException LMB-115 where it is no XML
   */
  static <T> T read(Path file, Path location, Reading<T> reading) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (var in = Files.newInputStream(file)) {
      XMLStreamReader reader = factory.createXMLStreamReader(in);
      try {
        return reading.from(reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      // Not as the cause: what the parser says may be a part of a password.
      throw new LimbeckException("LMB-115", unreadable(file, location) + mistake(e));
    } catch (IOException e) {
      throw new LimbeckException("LMB-115", unreadable(file, location) + e.getMessage(), e);
    }
  }

  private static String unreadable(Path file, Path location) {
    return "The " + file.getFileName() + " of " + location + " cannot be read.\n  ";
  }

  private static String mistake(XMLStreamException failure) {
    String said = String.valueOf(failure.getMessage());
    return said.contains("entity \"")
        ? "line "
            + failure.getLocation().getLineNumber()
            + ": behind a & stands the name of something that the file does not declare. For the"
            + " sign itself write &amp;."
        : said;
  }
}
