package dev.limbeck.dialect;

import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;

/** How a dialect writes names, which it reserves, and how long they may be. */
public interface IdentifierRules {

  /**
   * The name in SQL: in quotes where it is quoted, reserved or holds odd characters. Unquoted names
   * keep their spelling.
   */
  String render(Identifier identifier);

  /** The name in SQL, with its schema where it has one and the dialect has schemas. */
  String render(QualifiedName name);

  /**
   * The greatest length of a name, in bytes of UTF-8; {@link Integer#MAX_VALUE} where there is
   * none.
   */
  int maxBytes();

  /**
   * The name as the catalog shows it to the reader: with the quotes that this dialect needs to find
   * it again.
   */
  Identifier stored(String text);
}
