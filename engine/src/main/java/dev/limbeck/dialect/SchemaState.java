package dev.limbeck.dialect;

import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.QualifiedName;
import java.util.List;

/**
 * What the schema is before an operation: the model of at least the tables that it touches, and
 * what hangs on them.
 */
public interface SchemaState {

  /** The tables that the operation touches, and whatever else is known. */
  DatabaseModel model();

  /**
   * The stored statements that create what goes away with a table and is not part of the model, in
   * the order of their creation: the triggers on it. A dialect may put the table's own statement
   * before them, which may say more than the model does. Empty where nothing is known.
   */
  List<String> attachments(QualifiedName table);
}
