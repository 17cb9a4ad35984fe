package dev.limbeck.scanner.boot;

import org.hibernate.dialect.Dialect;

/** A dialect that stands for one of Hibernate's, by whose name mappings call it. */
interface StandsForAnother {

  /** The one that it stands for. */
  Dialect original();

  /** The dialect that mappings know. */
  static Dialect original(Dialect dialect) {
    return dialect instanceof StandsForAnother other ? other.original() : dialect;
  }
}
