package dev.limbeck.sample;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.Comparison;
import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.autogenerate.EntitySource;
import dev.limbeck.autogenerate.SqlObject;
import dev.limbeck.autogenerate.SqlObject.Kind;
import dev.limbeck.autogenerate.SqlObject.Statements;
import dev.limbeck.command.Limbeck;
import dev.limbeck.command.RevisionWritten;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.testsupport.TestDatabase;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Views, composite types and other objects that entities make by SQL of their own. */
class SqlObjectsTest {
  private static final Comparison NOTHING = new Comparison(List.of(), List.of());
  private static final List<String> BOTH = List.of("sqlite", "postgresql");

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void a_view_comes_changes_and_goes(DatabaseKind kind) {
    EntitySource first = entities(integer(), view("heavy", "select id from parcel where kg > 50"));
    EntitySource second = entities(integer(), view("heavy", "select id from parcel where kg > 60"));
    EntitySource third = entities(integer());
    try (TestDatabase database = kind.fresh(directory);
        LimbeckProject project = LimbeckProject.in(directory, BOTH)) {
      RevisionWritten written = upgraded(project, database, first, "heavy parcels");
      assertThat(LimbeckProject.upgradeBody(written))
          .endsWith(
              """
              op.execute(\"""
                  create view heavy as select id from parcel where kg > 50
                  \""");
              """);
      assertThat(LimbeckProject.downgradeBody(written))
          .startsWith(
              """
              op.execute(\"""
                  drop view if exists heavy
                  \""");
              """);

      written = upgraded(project, database, second, "heavier parcels");
      assertThat(LimbeckProject.upgradeBody(written))
          .startsWith(
              """
              op.execute(\"""
                  drop view if exists heavy
                  \""");
              op.execute(\"""
                  create view heavy as select id from parcel where kg > 60
                  \""");
              """);
      project.on(database, second).downgrade("-1");
      assertThat(project.on(database, first).check()).isEqualTo(NOTHING);
      project.on(database, second).upgrade("head");

      written = upgraded(project, database, third, "no heavy parcels");
      assertThat(LimbeckProject.upgradeBody(written))
          .isEqualTo(
              """
              op.execute(\"""
                  drop view if exists heavy
                  \""");
              """);
      assertThat(LimbeckProject.downgradeBody(written))
          .isEqualTo(
              """
              op.execute(\"""
                  create view heavy as select id from parcel where kg > 60
                  \""");
              """);
      project.on(database, third).downgrade("base");
      assertThat(LimbeckProject.facts(database).lines()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_view_that_somebody_else_made_changed_or_dropped_is_seen(DatabaseKind kind) {
    EntitySource entities =
        entities(integer(), view("heavy", "select id, kg from parcel where kg > 50"));
    try (TestDatabase database = kind.fresh(directory);
        LimbeckProject project = LimbeckProject.in(directory, BOTH)) {
      database.execute(
          "create table parcel (id bigint not null primary key, kg integer not null)",
          "CREATE VIEW heavy AS SELECT id,  kg FROM parcel WHERE kg > 50");
      Limbeck limbeck = project.on(database, entities);
      assertThat(limbeck.check()).isEqualTo(NOTHING);

      database.execute("drop view heavy", "create view heavy as select id, 1 as kg from parcel");
      assertThat(executed(limbeck.check().operations()))
          .containsExactly(
              "drop view if exists heavy",
              "create view heavy as select id, kg from parcel where kg > 50");
      database.execute("drop view heavy");
      assertThat(executed(limbeck.check().operations()))
          .containsExactly("create view heavy as select id, kg from parcel where kg > 50");
    }
  }

  @ParameterizedTest
  @EnumSource
  void views_make_way_for_a_change_of_their_tables(DatabaseKind kind) {
    SqlObject light = view("light", "select id, kg from parcel where kg < 5");
    SqlObject feather = view("feather", "select id from light where kg < 1");
    SqlObject other = view("other", "select 1 as one");
    EntitySource before = entities(integer(), feather, light, other);
    EntitySource after = entities(bigint(), feather, light, other);
    try (TestDatabase database = kind.fresh(directory);
        LimbeckProject project = LimbeckProject.in(directory, BOTH)) {
      upgraded(project, database, before, "views");
      RevisionWritten written = upgraded(project, database, after, "heavier parcels");
      assertThat(LimbeckProject.upgradeBody(written))
          .isEqualTo(
              """
              op.execute(\"""
                  drop view if exists feather
                  \""");
              op.execute(\"""
                  drop view if exists light
                  \""");
              op.alterTable("parcel", t -> {
                t.alterColumn("kg").type(integer(), bigint());
              });
              op.execute(\"""
                  create view light as select id, kg from parcel where kg < 5
                  \""");
              op.execute(\"""
                  create view feather as select id from light where kg < 1
                  \""");
              """);
      project.on(database, after).downgrade("-1");
      assertThat(project.on(database, before).check()).isEqualTo(NOTHING);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_trigger_is_made_once_on_the_databases_that_it_is_for(DatabaseKind kind) {
    String sqlite =
        "create trigger touch after update on parcel begin update parcel set kg = 1; end";
    EntitySource entities = entities(integer(), trigger(sqlite, "drop trigger touch"));
    EntitySource changed =
        entities(integer(), trigger(sqlite.replace("= 1", "= 2"), "drop trigger touch"));
    try (TestDatabase database = kind.fresh(directory);
        LimbeckProject project = LimbeckProject.in(directory, BOTH)) {
      RevisionWritten written = upgraded(project, database, entities, "a trigger");
      assertThat(LimbeckProject.upgradeBody(written))
          .endsWith(
              """
              op.onlyOn("sqlite", o -> {
                o.execute(\"""
                    create trigger touch after update on parcel begin update parcel set kg = 1; end
                    \""");
              });
              """);
      assertThat(project.on(database, entities).checkOffline()).isEqualTo(NOTHING);
      written = upgraded(project, database, changed, "another trigger");
      assertThat(LimbeckProject.upgradeBody(written))
          .isEqualTo(
              """
              op.onlyOn("sqlite", o -> {
                o.execute(\"""
                    drop trigger touch
                    \""");
              });
              op.onlyOn("sqlite", o -> {
                o.execute(\"""
                    create trigger touch after update on parcel begin update parcel set kg = 2; end
                    \""");
              });
              """);
      project.on(database, changed).downgrade("base");
      assertThat(LimbeckProject.facts(database).lines()).isEmpty();
    }
  }

  @Test
  void attributes_of_a_composite_type_go_and_come_behind_the_others() {
    EntitySource first = composite("title varchar(40), weight integer");
    EntitySource second = composite("title varchar(40), depth numeric(8,2)");
    EntitySource third = composite("depth numeric(8,2), title varchar(40)");
    try (TestDatabase database = DatabaseKind.POSTGRESQL.fresh(directory);
        LimbeckProject project = LimbeckProject.in(directory, List.of("postgresql"))) {
      upgraded(project, database, first, "a type");
      RevisionWritten written = upgraded(project, database, second, "depth, no weight");
      assertThat(executed(written.operations()))
          .containsExactly(
              "alter type crate drop attribute weight",
              "alter type crate add attribute depth numeric(8,2)");
      project.on(database, second).downgrade("-1");
      assertThat(project.on(database, first).check()).isEqualTo(NOTHING);
      project.on(database, second).upgrade("head");

      Comparison found = project.on(database, third).check();
      assertThat(found.operations()).isEmpty();
      assertThat(found.notes())
          .containsExactly(
              "type crate: its attributes change in a way that needs a new type; do that in a"
                  + " revision of your own. There is create type crate as (title character"
                  + " varying(40), depth numeric(8,2)), wanted is create type crate as (depth"
                  + " numeric(8,2), title character varying(40))");
      project.on(database, second).downgrade("base");
      assertThat(LimbeckProject.facts(database).lines()).isEmpty();
    }
  }

  @Test
  void a_server_that_only_reads_is_believed_what_the_revisions_say() {
    EntitySource entities = entities(integer(), view("heavy", "select id from parcel"));
    try (TestDatabase database = DatabaseKind.POSTGRESQL.fresh(directory);
        LimbeckProject project = LimbeckProject.in(directory, List.of("postgresql"))) {
      upgraded(project, database, entities, "a view");
      database.execute(
          "alter database " + database.name() + " set default_transaction_read_only = on");
      assertThat(project.on(database, entities).check())
          .isEqualTo(
              new Comparison(
                  List.of(),
                  List.of(
                      "not verified, taken as the revisions have it: view heavy, which the"
                          + " database cannot be asked for")));
    }
  }

  private static EntitySource composite(String attributes) {
    return entities(
        integer(),
        object(
            "type crate",
            Kind.COMPOSITE_TYPE,
            QualifiedName.parse("crate"),
            "create type crate as (" + attributes + ")",
            "drop type if exists crate"));
  }

  private static RevisionWritten upgraded(
      LimbeckProject project, TestDatabase database, EntitySource entities, String message) {
    RevisionWritten written = project.autogenerate(database, entities, message);
    Limbeck limbeck = project.on(database, entities);
    limbeck.upgrade("head");
    assertThat(limbeck.check()).isEqualTo(NOTHING);
    return written;
  }

  private static List<String> executed(List<Operation> operations) {
    return operations.stream()
        .flatMap(
            operation ->
                operation instanceof OnlyOn only
                    ? executed(only.operations()).stream()
                    : Stream.of(((ExecuteSql) operation).sql()))
        .toList();
  }

  private static SqlObject view(String name, String query) {
    return object(
            "view " + name,
            Kind.VIEW,
            QualifiedName.parse(name),
            "create view " + name + " as " + query,
            "drop view if exists " + name)
        .and(
            "sqlite",
            new Statements(
                List.of("create view " + name + " as " + query),
                List.of("drop view if exists " + name)));
  }

  private static SqlObject trigger(String create, String drop) {
    TreeMap<String, Statements> statements = new TreeMap<>();
    statements.put("sqlite", new Statements(List.of(create), List.of(drop)));
    return new SqlObject("trigger touch", Kind.OTHER, null, false, true, statements);
  }

  private static SqlObject object(
      String title, Kind kind, QualifiedName name, String create, String drop) {
    TreeMap<String, Statements> statements = new TreeMap<>();
    statements.put("postgresql", new Statements(List.of(create), List.of(drop)));
    return new SqlObject(title, kind, name, kind == Kind.COMPOSITE_TYPE, false, statements);
  }

  private static EntitySource entities(ColumnType weight, SqlObject... objects) {
    Table parcel =
        Table.of(
                "parcel",
                Column.of("id", bigint()).withNullable(false),
                Column.of("kg", weight).withNullable(false))
            .withConstraints(List.of(new PrimaryKey(null, List.of(Identifier.of("id")))));
    EntityModel model =
        new EntityModel(
            DatabaseModel.empty().withTables(List.of(parcel)),
            Arrays.asList(objects),
            EntityModel.Mapping.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return dialects -> model;
  }
}
