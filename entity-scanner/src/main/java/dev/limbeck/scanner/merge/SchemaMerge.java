package dev.limbeck.scanner.merge;

import dev.limbeck.LimbeckException;
import dev.limbeck.autogenerate.SqlObject;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.Generation;
import dev.limbeck.model.ScalarType.Kind;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.scanner.bridge.BootedSchema;
import dev.limbeck.scanner.bridge.ColumnPlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes one model of the schemas that the same entities have under several dialects. They differ in
 * types, expressions and what ids come from; for everything else the first one speaks.
 */
public final class SchemaMerge {
  private final List<Dialect> dialects;
  private final List<BootedSchema> schemas;
  private final TypeMerge types;
  private final GeneratorMerge generators;

  /**
   * @param dialects the dialects
   * @param schemas the schema under each of them, in the same order
   */
  public SchemaMerge(List<Dialect> dialects, List<BootedSchema> schemas) {
    this.dialects = List.copyOf(dialects);
    this.schemas = List.copyOf(schemas);
    this.types = new TypeMerge(dialects);
    this.generators = new GeneratorMerge(dialects, schemas);
  }

  /**
   * The model.
   *
   * @throws LimbeckException LMB-116 where a table or column is not there under each dialect
   */
  public DatabaseModel merged() {
    DatabaseModel first = schemas.get(0).model();
    return new DatabaseModel(
        first.schemas(),
        first.tables().stream().map(this::table).toList(),
        generators.sequences(),
        enumTypes());
  }

  /** What SQL of the mappings makes, each with its statements for all dialects. */
  public List<SqlObject> sqlObjects() {
    Map<String, SqlObject> merged = new LinkedHashMap<>();
    for (BootedSchema schema : schemas) {
      for (SqlObject object : schema.sqlObjects()) {
        object
            .statements()
            .forEach(
                (dialect, statements) ->
                    merged.merge(
                        object.name(), object, (have, more) -> have.and(dialect, statements)));
      }
    }
    return List.copyOf(merged.values());
  }

  /** What the dialects themselves do not keep, a line for each. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>(KeyDifferences.of(schemas));
    notes.addAll(generators.notes());
    for (int i = 0; i < dialects.size(); i++) {
      for (Table table : schemas.get(i).model().tables()) {
        String options = table.options();
        if (options != null && dialects.get(i).projection().options(options) == null) {
          notes.add(
              "table "
                  + table.name()
                  + ": its options are not managed on "
                  + dialects.get(i).name()
                  + ": "
                  + options);
        }
      }
    }
    return notes;
  }

  private List<EnumType> enumTypes() {
    Map<Object, EnumType> all = new TreeMap<>();
    schemas.forEach(
        schema -> schema.model().enumTypes().forEach(type -> all.putIfAbsent(type.name(), type)));
    return List.copyOf(all.values());
  }

  private Table table(Table first) {
    List<Table> tables = new ArrayList<>();
    for (BootedSchema schema : schemas) {
      Table table = schema.model().table(first.name());
      if (table == null) {
        throw missing("table " + first.name(), schema);
      }
      tables.add(table);
    }
    Table withColumns =
        first.withColumns(first.columns().stream().map(each -> column(tables, each)).toList());
    return withColumns.withConstraints(constraints(tables, withColumns));
  }

  private Column column(List<Table> tables, Column first) {
    Map<String, ColumnType> spellings = new LinkedHashMap<>();
    Map<String, Kind> kinds = new LinkedHashMap<>();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      Column column = tables.get(i).column(first.name());
      BootedSchema schema = schemas.get(i);
      if (column == null) {
        throw missing("column " + tables.get(i).name() + "." + first.name(), schema);
      }
      columns.add(column);
      spellings.put(schema.dialect(), column.type());
      Kind kind = schema.kinds().get(new ColumnPlace(tables.get(i).name(), first.name()));
      if (kind != null) {
        kinds.put(schema.dialect(), kind);
      }
    }
    return first
        .withType(types.merge(spellings, kinds))
        // Not each dialect takes NOT NULL behind a formula; without it the column fits on all.
        .withNullable(columns.stream().anyMatch(Column::nullable))
        .withDefault(expression(columns, Column::defaultValue))
        .withGeneration(generation(tables, columns))
        .withCollation(collation(columns));
  }

  /** In quotes where a dialect needs them: the others take them too. */
  private static @Nullable String collation(List<Column> columns) {
    String first = columns.get(0).collation();
    return columns.stream()
        .map(Column::collation)
        .filter(each -> each != null && each.startsWith("\""))
        .findFirst()
        .orElse(first);
  }

  private @Nullable Generation generation(List<Table> tables, List<Column> columns) {
    if (!(columns.get(0).generation() instanceof Generation.Computed computed)) {
      return generators.generation(tables, columns);
    }
    SqlExpression formula =
        expression(
            columns,
            column ->
                column.generation() instanceof Generation.Computed each ? each.expression() : null);
    // Each database can store it; not each can compute it at reading.
    boolean stored =
        columns.stream()
            .anyMatch(
                column -> column.generation() instanceof Generation.Computed each && each.stored());
    return new Generation.Computed(
        Objects.requireNonNullElse(formula, computed.expression()), stored);
  }

  /** The first one's expression, with a variant where another dialect's differs. */
  private <T> @Nullable SqlExpression expression(
      List<T> objects, Function<T, @Nullable SqlExpression> get) {
    SqlExpression merged = get.apply(objects.get(0));
    if (merged == null) {
      return null;
    }
    SqlExpression first = merged;
    for (int i = 1; i < objects.size(); i++) {
      SqlExpression other = get.apply(objects.get(i));
      if (other != null && !other.equals(first)) {
        merged = merged.on(schemas.get(i).dialect(), other.text());
      }
    }
    return merged;
  }

  private List<Constraint> constraints(List<Table> tables, Table merged) {
    List<Constraint> constraints = new ArrayList<>();
    List<List<Check>> checks = new ArrayList<>();
    for (Table table : tables) {
      checks.add(
          table.constraints().stream()
              .filter(Check.class::isInstance)
              .map(Check.class::cast)
              .toList());
    }
    for (Constraint constraint : tables.get(0).constraints()) {
      if (!(constraint instanceof Check)) {
        constraints.add(constraint);
      }
    }
    boolean alike = checks.stream().allMatch(each -> each.size() == checks.get(0).size());
    for (int i = 0; i < checks.get(0).size(); i++) {
      List<Check> same = new ArrayList<>();
      for (List<Check> each : alike ? checks : checks.subList(0, 1)) {
        same.add(each.get(i));
      }
      constraints.add(check(same, merged));
    }
    return constraints;
  }

  /** A check: typed where every dialect's means the same, else SQL with variants. */
  private Check check(List<Check> same, Table table) {
    Check first = same.get(0);
    SqlExpression sql = expression(same, SchemaMerge::sql);
    List<CheckCondition> meant = new ArrayList<>();
    for (int i = 0; i < same.size(); i++) {
      SqlExpression own = sql(same.get(i));
      if (own != null) {
        meant.add(dialects.get(i).expressions().condition(table, own.text()));
      }
    }
    boolean typed =
        !meant.isEmpty()
            && !(meant.get(0) instanceof CheckCondition.Sql)
            && meant.stream().allMatch(meant.get(0)::equals);
    if (typed) {
      return new Check(first.name(), meant.get(0));
    }
    return sql == null ? first : new Check(first.name(), new CheckCondition.Sql(sql));
  }

  private static @Nullable SqlExpression sql(Check check) {
    return check.condition() instanceof CheckCondition.Sql sql ? sql.expression() : null;
  }

  private LimbeckException missing(String what, BootedSchema schema) {
    return new LimbeckException(
        "LMB-116",
        "The "
            + what
            + " is wanted on "
            + schemas.get(0).dialect()
            + ", but not on "
            + schema.dialect()
            + ".\n  The mapping depends on the database: scan for one dialect only.");
  }
}
