package dev.limbeck.command;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.nativeType;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.Table;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import dev.limbeck.testsupport.facts.Fact;
import dev.limbeck.testsupport.facts.SchemaFacts;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole number that becomes {@code serial}, and back. */
class SerialChangeTest {

  @ParameterizedTest
  @CsvSource({"integer, serial", "bigint, bigserial", "integer, bigserial"})
  void a_whole_number_becomes_a_serial_and_one_no_more(String before, String after)
      throws Exception {
    ColumnType plain = before.equals("integer") ? integer() : bigint();
    FixedRevisions revisions =
        new FixedRevisions()
            .then(
                "one",
                op ->
                    op.createTable(
                        "ticket",
                        t -> {
                          t.column("id", bigint()).notNull();
                          t.column("number", plain);
                          t.primaryKey("pk_ticket", "id");
                        }),
                op -> op.dropTable("ticket"))
            .then(
                "two",
                op ->
                    op.alterTable(
                        "ticket", t -> t.alterColumn("number").type(plain, nativeType(after))),
                op ->
                    op.alterTable(
                        "ticket",
                        t ->
                            t.alterColumn("number")
                                .type(nativeType(after), plain)
                                .nullable(false, true)));
    try (TestDatabase database = TestPostgres.freshDatabase()) {
      Limbeck limbeck = limbeck(database, revisions, plain);
      limbeck.upgrade("one");
      SchemaFacts first = facts(database);
      database.execute("insert into ticket (id, number) values (1, 7), (2, null)");
      assertThat(check(limbeck(database, revisions, nativeType(after))))
          .containsExactly("alter_type ticket number " + before + " -> " + after);

      limbeck.upgrade("two");
      database.execute("insert into ticket (id) values (3)");
      assertThat(database.rows("select number from ticket order by id").toString())
          .isEqualTo("[[7], [8], [9]]");
      assertThat(check(limbeck(database, revisions, nativeType(after)))).isEmpty();
      assertThat(check(limbeck)).isNotEmpty();

      limbeck.downgrade("-1");
      assertThat(first.differenceTo(facts(database))).hasToString("");
      database.execute("insert into ticket (id, number) values (4, 20), (5, null)");
      assertThat(database.rows("select number from ticket order by id").toString())
          .isEqualTo("[[7], [8], [9], [20], [null]]");

      limbeck.upgrade("head");
      database.execute("insert into ticket (id) values (6)");
      assertThat(database.rows("select number from ticket order by id").toString())
          .isEqualTo("[[7], [8], [9], [20], [21], [22]]");
    }
  }

  @Test
  void a_serial_becomes_an_identity_and_comes_back() throws Exception {
    String counted = "nextval('p_id_seq'::regclass)";
    FixedRevisions revisions =
        new FixedRevisions()
            .then(
                "one",
                op -> op.execute("create table p (id bigserial primary key, a varchar(9))"),
                op -> op.dropTable("p"))
            .then(
                "two",
                op ->
                    op.alterTable(
                        "p",
                        t ->
                            t.alterColumn("id")
                                .defaultValue(counted, null)
                                .generation(null, Generation.identity())),
                op ->
                    op.alterTable(
                        "p",
                        t ->
                            t.alterColumn("id")
                                .defaultValue(null, counted)
                                .generation(Generation.identity(), null)));
    try (TestDatabase database = TestPostgres.freshDatabase()) {
      Limbeck limbeck =
          Limbeck.builder().dataSource(database.dataSource()).revisions(revisions).build();
      limbeck.upgrade("one");
      SchemaFacts first = facts(database);
      database.execute("insert into p (a) values ('x'), ('y')");
      limbeck.upgrade("two");
      database.execute("insert into p (a) values ('z')");
      assertThat(database.rows("select id, a from p order by id").toString())
          .isEqualTo("[[1, x], [2, y], [3, z]]");
      assertThat(database.rows("select count(*) from pg_class where relkind = 'S'").toString())
          .isEqualTo("[[1]]");

      limbeck.downgrade("one");
      assertThat(first.differenceTo(facts(database))).hasToString("");
      database.execute("insert into p (a) values ('w')");
      assertThat(database.rows("select max(id) from p").toString()).isEqualTo("[[4]]");
    }
  }

  private static List<String> check(Limbeck limbeck) {
    return DifferenceLines.of(limbeck.check().operations()).stream()
        .map(OperationLine::toString)
        .toList();
  }

  private static Limbeck limbeck(
      TestDatabase database, FixedRevisions revisions, ColumnType number) {
    Table ticket =
        Table.of(
                "ticket",
                Column.of("id", bigint()).withNullable(false),
                Column.of("number", number))
            .withConstraints(
                List.of(new PrimaryKey(Identifier.of("pk_ticket"), List.of(Identifier.of("id")))));
    return Limbeck.builder()
        .dataSource(database.dataSource())
        .revisions(revisions)
        .entities(
            dialects ->
                new dev.limbeck.autogenerate.EntityModel(
                    DatabaseModel.of(ticket),
                    dev.limbeck.autogenerate.EntityModel.Mapping.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of()))
        .build();
  }

  private static SchemaFacts facts(TestDatabase database) throws Exception {
    try (Connection connection = database.connection()) {
      return SchemaFacts.of(connection)
          .withoutTables(Set.of("limbeck_version", "limbeck_history"))
          .without(Fact.Kind.SCHEMA);
    }
  }
}
