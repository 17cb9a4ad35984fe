package dev.limbeck.dialect.postgresql;

import dev.limbeck.LimbeckException;
import dev.limbeck.dialect.Remap;
import dev.limbeck.model.ArrayType;
import dev.limbeck.model.Column;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.EnumReferences;
import dev.limbeck.operation.LabelChange;
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The statements that change the labels of an enumerated type.
 *
 * <p>PostgreSQL adds labels to a type as it stands, at any place, and does nothing else to one. For
 * all else a new type takes its place, the values of each column by way of their texts.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">ALTER TYPE</a>
 */
final class PostgresEnumChange {
  /** Hibernate makes casts between a type of its own and texts; they move to the new type. */
  private static final String CASTS =
      """
      DO $limbeck$
      DECLARE
        old oid := pg_catalog.to_regtype(%1$s);
        moved record;
      BEGIN
        FOR moved IN
          SELECT castsource = old AS is_source, castsource::regtype AS source,
            casttarget::regtype AS target,
            CASE castcontext WHEN 'i' THEN 'AS IMPLICIT' WHEN 'a' THEN 'AS ASSIGNMENT' ELSE '' END
              AS context
          FROM pg_catalog.pg_cast
          WHERE castmethod = 'i' AND old IN (castsource, casttarget)
        LOOP
          EXECUTE format('DROP CAST (%%s AS %%s)', moved.source, moved.target);
          IF moved.is_source THEN
            EXECUTE format('CREATE CAST (%2$s AS %%s) WITH INOUT %%s', moved.target, moved.context);
          ELSE
            EXECUTE format('CREATE CAST (%%s AS %2$s) WITH INOUT %%s', moved.source, moved.context);
          END IF;
        END LOOP;
      END
      $limbeck$""";

  private final PostgresRenderer sql;
  private final PostgresTypes types;
  private final AlterEnumType change;
  private final EnumType before;
  private final List<String> after;
  private final DatabaseModel model;

  PostgresEnumChange(
      PostgresRenderer sql, PostgresTypes types, AlterEnumType change, DatabaseModel model) {
    this.sql = sql;
    this.types = types;
    this.change = change;
    this.model = model;
    EnumType type = model.enumType(change.name());
    if (type == null) {
      throw new LimbeckException(
          "LMB-217",
          "The operation needs the type " + change.name() + ", but there is none at this point.");
    }
    this.before = type;
    this.after = change.change().applyTo(type.labels());
  }

  List<String> statements() {
    if (before.labels().equals(after)) {
      return List.of();
    }
    return LabelChange.onlyAdds(before.labels(), after) && !change.rebuild()
        ? additions()
        : rebuild();
  }

  private List<String> additions() {
    List<String> statements = new ArrayList<>();
    List<String> present = new ArrayList<>(before.labels());
    for (int i = 0; i < after.size(); i++) {
      String label = after.get(i);
      if (!before.labels().contains(label)) {
        String place =
            i == present.size()
                ? ""
                : i == 0
                    ? " BEFORE " + sql.literal(present.get(0))
                    : " AFTER " + sql.literal(after.get(i - 1));
        statements.add(
            "ALTER TYPE " + sql.name(change.name()) + " ADD VALUE " + sql.literal(label) + place);
        present.add(i, label);
      }
    }
    return statements;
  }

  private List<String> rebuild() {
    PostgresTypeReplacement replacement =
        new PostgresTypeReplacement(sql, types, model, "TYPE", change.name());
    QualifiedName old = replacement.old();
    List<String> statements =
        new ArrayList<>(
            replacement.statements(
                PostgresStatements.create(sql, before.withLabels(after)),
                this::type,
                value -> EnumReferences.relabelled(value, change.remaps())));
    statements.add(
        statements.size() - 1,
        CASTS.formatted(
            sql.literal(sql.name(old)),
            sql.name(change.name()).replace("'", "''").replace("%", "%%")));
    return statements;
  }

  private String type(Column column) {
    String type = sql.name(change.name());
    String name = sql.name(column.name());
    if (types.canonical(column.type()) instanceof ArrayType) {
      String value = "CAST(" + name + " AS text ARRAY)";
      for (Map.Entry<String, String> each : change.remaps().entrySet()) {
        value =
            "array_replace("
                + value
                + ", "
                + sql.literal(each.getKey())
                + ", "
                + sql.literal(each.getValue())
                + ")";
      }
      return "TYPE " + type + " ARRAY USING CAST(" + value + " AS " + type + " ARRAY)";
    }
    String value = Remap.ofTexts(sql, change.remaps()).of("CAST(" + name + " AS text)");
    return "TYPE " + type + " USING CAST(" + value + " AS " + type + ")";
  }
}
