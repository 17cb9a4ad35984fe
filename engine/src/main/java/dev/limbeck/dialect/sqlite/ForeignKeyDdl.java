package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.sqlite.StoredTable.Reference;
import dev.limbeck.model.Deferral;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code REFERENCES …} in a stored {@code CREATE TABLE}. */
final class ForeignKeyDdl {
  private ForeignKeyDdl() {}

  /**
   * Reads from {@code REFERENCES} on.
   *
   * @param beyond where to say what the model has no place for
   */
  static Reference reference(
      DdlTokens ddl, @Nullable Identifier name, List<Identifier> columns, List<String> beyond) {
    ddl.expectWord("references");
    Identifier target = ddl.name();
    List<Identifier> targetColumns = ddl.isSymbol("(") ? names(ddl) : List.of();
    ReferentialAction onDelete = ReferentialAction.NO_ACTION;
    ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
    Deferral deferral = Deferral.NONE;
    while (true) {
      if (ddl.words("on", "delete")) {
        onDelete = action(ddl);
      } else if (ddl.words("on", "update")) {
        onUpdate = action(ddl);
      } else if (ddl.words("match")) {
        beyond.add("FOREIGN KEY " + columns + " MATCH " + ddl.name());
      } else if (ddl.words("not", "deferrable")) {
        initially(ddl);
        deferral = Deferral.NONE;
      } else if (ddl.words("deferrable")) {
        deferral = initially(ddl);
      } else {
        return new Reference(name, columns, target, targetColumns, onDelete, onUpdate, deferral);
      }
    }
  }

  /** Names in parentheses. */
  static List<Identifier> names(DdlTokens ddl) {
    List<Identifier> names = new ArrayList<>();
    ddl.expectSymbol("(");
    while (!ddl.symbol(")")) {
      names.add(ddl.name());
      ddl.symbol(",");
    }
    return names;
  }

  private static ReferentialAction action(DdlTokens ddl) {
    if (ddl.words("cascade")) {
      return ReferentialAction.CASCADE;
    }
    if (ddl.words("restrict")) {
      return ReferentialAction.RESTRICT;
    }
    if (ddl.words("set", "null")) {
      return ReferentialAction.SET_NULL;
    }
    if (ddl.words("set", "default")) {
      return ReferentialAction.SET_DEFAULT;
    }
    if (ddl.words("no", "action")) {
      return ReferentialAction.NO_ACTION;
    }
    throw ddl.unexpected("a referential action");
  }

  private static Deferral initially(DdlTokens ddl) {
    if (ddl.words("initially", "deferred")) {
      return Deferral.INITIALLY_DEFERRED;
    }
    ddl.words("initially", "immediate");
    return Deferral.INITIALLY_IMMEDIATE;
  }
}
