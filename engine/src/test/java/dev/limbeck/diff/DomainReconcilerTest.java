package dev.limbeck.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.Domain;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Types;
import dev.limbeck.testing.Schema;
import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks of domains that a column's check of the same text would be a list or range of. */
class DomainReconcilerTest {
  private static final Dialect POSTGRESQL = Dialects.named("postgresql");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          VALUE IN ('a', 'it''s')     | TEXT
          VALUE >= 0                  | NUMBER
          VALUE BETWEEN 0 AND 4       | NUMBER
          VALUE IN (1, 2)             | NUMBER
          """)
  void a_list_or_range_is_the_same_that_the_revision_said(String check, String kind)
      throws Exception {
    ColumnType type = kind.equals("TEXT") ? Types.varchar(60) : Types.integer();
    DatabaseModel said = domain(type, check);
    assertThat(reconciled(said, said)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({"VALUE >= 0, VALUE >= 1", "'VALUE IN (1, 2)', 'VALUE IN (1, 3)'"})
  void another_one_is_as_the_database_has_it(String there, String said) throws Exception {
    DatabaseModel found = reconciled(domain(Types.integer(), there), domain(Types.integer(), said));
    assertThat(found.domains().get(0).checks())
        .allMatch(check -> check.condition() instanceof CheckCondition.Sql)
        .noneMatch(check -> check.equals(check(said)));
  }

  private static DatabaseModel reconciled(DatabaseModel there, DatabaseModel said)
      throws Exception {
    try (TestDatabase database = TestPostgres.freshDatabase();
        Connection connection = database.connection()) {
      Schema schema = new Schema(POSTGRESQL, connection);
      schema.create(there);
      return new Reconciler(POSTGRESQL, List.of(said), null, false, Set.of())
          .reconcile(schema.read(there), connection)
          .model();
    }
  }

  private static DatabaseModel domain(ColumnType type, String check) {
    Domain domain =
        Domain.of(QualifiedName.parse("listed"), type).withChecks(List.of(check(check)));
    return DatabaseModel.empty().withDomains(List.of(domain));
  }

  private static Check check(String sql) {
    return new Check(Identifier.of("ck_listed"), CheckCondition.sql(sql));
  }
}
