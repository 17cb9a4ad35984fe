package dev.limbeck.autogenerate;

import dev.limbeck.operation.Operation;
import java.util.List;

/**
 * What lies between a database and the entities.
 *
 * @param operations what makes the database what the entities want; constraints and indexes have
 *     names
 * @param notes what a person should know beside that: objects that nobody knows, expressions that
 *     could not be verified
 */
public record Comparison(List<Operation> operations, List<String> notes) {
  public Comparison {
    operations = List.copyOf(operations);
    notes = List.copyOf(notes);
  }
}
