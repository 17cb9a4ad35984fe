package dev.limbeck.cli;

import dev.limbeck.introspect.Introspector;
import dev.limbeck.introspect.schemacrawler.SchemaCrawlerIntrospector;

/** What reads whole databases; loads SchemaCrawler. */
final class Introspection {
  private Introspection() {}

  static Introspector create() {
    return new SchemaCrawlerIntrospector();
  }
}
