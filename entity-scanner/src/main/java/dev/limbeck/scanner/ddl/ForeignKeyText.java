package dev.limbeck.scanner.ddl;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Deferral;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.ReferentialAction;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code foreignKeyDefinition}, or the options behind a foreign key, say.
 *
 * @param columns the referring columns; empty where the text does not name them
 * @param target the table referred to, or null where the text does not name it
 * @param targetColumns the columns referred to; empty for the target's primary key
 * @param onDelete the delete rule, or null where the text has none
 * @param onUpdate the update rule
 * @param deferral when the key is checked
 * @param unread what it says beyond that, or an empty text
 */
public record ForeignKeyText(
    List<Identifier> columns,
    @Nullable QualifiedName target,
    List<Identifier> targetColumns,
    @Nullable ReferentialAction onDelete,
    ReferentialAction onUpdate,
    Deferral deferral,
    String unread) {
  public ForeignKeyText {
    columns = List.copyOf(columns);
    targetColumns = List.copyOf(targetColumns);
    requireNonNull(onUpdate, "onUpdate");
    requireNonNull(deferral, "deferral");
    requireNonNull(unread, "unread");
  }

  /**
   * Reads {@code foreign key (a) references t (b) on delete cascade}, or the part after the
   * columns.
   */
  public static ForeignKeyText parse(String sql) {
    DdlTokens tokens = new DdlTokens(sql);
    ForeignKeyText read = parse(tokens);
    return tokens.atEnd() ? read : read.withUnread(tokens.rest());
  }

  private ForeignKeyText withUnread(String rest) {
    return new ForeignKeyText(columns, target, targetColumns, onDelete, onUpdate, deferral, rest);
  }

  /** Reads as much as belongs to a foreign key. */
  static ForeignKeyText parse(DdlTokens tokens) {
    List<Identifier> columns = tokens.skip("foreign", "key") ? tokens.names() : List.of();
    QualifiedName target = null;
    List<Identifier> targetColumns = List.of();
    if (tokens.skip("references") && tokens.lookingAtName()) {
      target = tokens.qualifiedName();
      targetColumns = tokens.names();
    }
    ReferentialAction onDelete = null;
    ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
    Deferral deferral = Deferral.NONE;
    boolean more = true;
    while (!tokens.atEnd() && more) {
      if (tokens.skip("on", "delete")) {
        onDelete = action(tokens);
      } else if (tokens.skip("on", "update")) {
        onUpdate = action(tokens);
      } else if (tokens.skip("not", "deferrable")) {
        deferral = Deferral.NONE;
      } else if (tokens.skip("deferrable")) {
        deferral = deferral == Deferral.NONE ? Deferral.INITIALLY_IMMEDIATE : deferral;
      } else if (tokens.skip("initially", "deferred")) {
        deferral = Deferral.INITIALLY_DEFERRED;
      } else {
        more = tokens.skip("initially", "immediate");
      }
    }
    return new ForeignKeyText(columns, target, targetColumns, onDelete, onUpdate, deferral, "");
  }

  private static ReferentialAction action(DdlTokens tokens) {
    String first = tokens.next().toUpperCase(Locale.ROOT);
    return switch (first) {
      case "CASCADE" -> ReferentialAction.CASCADE;
      case "RESTRICT" -> ReferentialAction.RESTRICT;
      case "SET" ->
          tokens.next().equalsIgnoreCase("null")
              ? ReferentialAction.SET_NULL
              : ReferentialAction.SET_DEFAULT;
      default -> {
        tokens.next();
        yield ReferentialAction.NO_ACTION;
      }
    };
  }
}
