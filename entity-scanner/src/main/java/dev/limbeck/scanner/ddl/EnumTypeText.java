package dev.limbeck.scanner.ddl;

import dev.limbeck.model.EnumType;
import dev.limbeck.model.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the statement that creates an enumerated type. */
public final class EnumTypeText {
  private EnumTypeText() {}

  /** The type that {@code create type name as enum ('A', 'B')} makes; null for other statements. */
  public static @Nullable EnumType parse(String sql) {
    DdlTokens tokens = new DdlTokens(sql);
    if (!tokens.skip("create", "type") || tokens.atEnd()) {
      return null;
    }
    QualifiedName name = tokens.qualifiedName();
    if (!tokens.skip("as", "enum", "(")) {
      return null;
    }
    List<String> labels = new ArrayList<>();
    while (!tokens.atEnd() && !tokens.lookingAt(")")) {
      String literal = tokens.next();
      labels.add(literal.substring(1, literal.length() - 1).replace("''", "'"));
      tokens.skip(",");
    }
    return new EnumType(name, labels);
  }
}
