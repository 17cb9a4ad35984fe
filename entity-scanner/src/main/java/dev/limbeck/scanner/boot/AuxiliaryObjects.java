package dev.limbeck.scanner.boot;

import dev.limbeck.model.EnumType;
import dev.limbeck.scanner.ddl.EnumTypeText;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.dialect.Dialect;

/** What mappings create beside tables and sequences, which Hibernate keeps as SQL. */
final class AuxiliaryObjects {
  private AuxiliaryObjects() {}

  /** The enumerated types; {@link DefinedObjects} has the rest. */
  static List<EnumType> enumTypes(Metadata metadata, Dialect dialect) {
    var database = metadata.getDatabase();
    SqlStringGenerationContext context =
        SqlStringGenerationContextImpl.fromExplicit(
            database.getJdbcEnvironment(), database, null, null);
    List<EnumType> types = new ArrayList<>();
    for (AuxiliaryDatabaseObject object : database.getAuxiliaryDatabaseObjects()) {
      if (!object.appliesToDialect(dialect)) {
        continue;
      }
      for (String statement : object.sqlCreateStrings(context)) {
        EnumType type = EnumTypeText.parse(statement);
        if (type != null) {
          types.add(type);
        }
      }
    }
    return types;
  }
}
