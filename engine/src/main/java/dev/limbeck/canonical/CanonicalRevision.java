package dev.limbeck.canonical;

import dev.limbeck.LimbeckException;
import dev.limbeck.json.Json;
import dev.limbeck.json.JsonArray;
import dev.limbeck.json.JsonParser;
import dev.limbeck.json.JsonString;
import dev.limbeck.json.JsonSyntaxException;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Recorder;
import dev.limbeck.operation.Operation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a revision does, both ways, as it is kept in the history of a database:
 *
 * <pre>
 * {"format":"limbeck-operations-1","replaces":[…],"upgrade":[…],"downgrade":[…]}
 * </pre>
 *
 * <p>It does not depend on dialects, on the Java source's comments and formatting, or on line
 * endings. Of an {@code op.run} it holds the description and the place, not the code. Later
 * versions of Limbeck read what earlier ones wrote.
 *
 * @param replaces the ids of the revisions that this one stands for, where it was made of several
 * @param upgrade what {@code upgrade} records
 * @param downgrade what {@code downgrade} records; null where it throws an exception instead, other
 *     than that of {@code op.irreversible}
 */
public record CanonicalRevision(
    List<String> replaces, List<Operation> upgrade, @Nullable List<Operation> downgrade) {
  private static final String FORMAT = "limbeck-operations-1";

  public CanonicalRevision {
    replaces = List.copyOf(replaces);
    upgrade = List.copyOf(upgrade);
    downgrade = downgrade == null ? null : List.copyOf(downgrade);
  }

  /** What a migration says now. An exception of its {@code upgrade} is passed on. */
  public static CanonicalRevision record(Migration migration, List<String> replaces) {
    return of(Recorder.upgrade(migration).operations(), migration, replaces);
  }

  /**
   * What a migration says whose {@code upgrade} was recorded already.
   *
   * @param upgrade what it recorded
   */
  public static CanonicalRevision of(
      List<Operation> upgrade, Migration migration, List<String> replaces) {
    return new CanonicalRevision(replaces, upgrade, downgrade(migration));
  }

  /** A downgrade that cannot be recorded is no reason to refuse an upgrade. */
  private static @Nullable List<Operation> downgrade(Migration migration) {
    try {
      return Recorder.downgrade(migration).operations();
    } catch (RuntimeException | LinkageError thrown) {
      return null;
    }
  }

  /** The text that is kept: a line for each operation. */
  public String text() {
    return "{\"format\":"
        + new JsonString(FORMAT).text()
        + (replaces.isEmpty() ? "" : ",\"replaces\":" + JsonArray.of(replaces).text())
        + ",\n\"upgrade\":"
        + text(upgrade)
        + (downgrade == null ? "" : ",\n\"downgrade\":" + text(downgrade))
        + "}\n";
  }

  private static String text(List<Operation> operations) {
    OperationWriter writer = new OperationWriter(Spelling.AS_WRITTEN);
    return operations.stream()
        .map(operation -> "\n" + writer.write(operation).text())
        .collect(Collectors.joining(",", "[", "]"));
  }

  /**
   * Reads a text that this or an earlier version kept.
   *
   * @throws LimbeckException LMB-243 where it is none, or of a later version
   */
  public static CanonicalRevision parse(String text) {
    try {
      MemberReader members = new MemberReader(JsonParser.parse(text));
      String format = members.text("format");
      if (!format.equals(FORMAT)) {
        throw new CanonicalSyntaxException("its format is " + format);
      }
      return members.done(
          new CanonicalRevision(
              members.list("replaces", MemberReader::text),
              members.list("upgrade", OperationReader::operation),
              members.optional("downgrade", CanonicalRevision::operations)));
    } catch (JsonSyntaxException
        | CanonicalSyntaxException
        | LimbeckException
        | ArithmeticException e) {
      throw new LimbeckException(
          "LMB-243",
          "The operations in the history of the database cannot be read: "
              + e.getMessage()
              + "\n  They were written by a newer Limbeck, or changed by hand. Use that Limbeck.",
          e);
    }
  }

  private static List<Operation> operations(Json json) {
    return MemberReader.items(json, OperationReader::operation);
  }

  /** True where both do the same, both ways. */
  public boolean isSameAs(CanonicalRevision other) {
    return keys(upgrade).equals(keys(other.upgrade))
        && Objects.equals(
            downgrade == null ? null : keys(downgrade),
            other.downgrade == null ? null : keys(other.downgrade));
  }

  /**
   * A text for each operation, equal for two that do the same: names that fold alike, SQL
   * expressions of the same tokens. The SQL of an {@code execute} is taken to the letter.
   */
  public static List<String> keys(List<Operation> operations) {
    OperationWriter writer = new OperationWriter(Spelling.NORMAL);
    return operations.stream().map(operation -> writer.write(operation).text()).toList();
  }
}
