package dev.limbeck.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.testsupport.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Hibernate makes of a counter that stands a step behind the greatest id. */
class TableGeneratorTest {
  private static final int GREATEST = 7;

  @TempDir static Path directory;

  static Stream<Arguments> settings() {
    return Stream.of(DatabaseKind.values())
        .flatMap(
            kind ->
                Stream.of("pooled", "pooled-lo", "pooled-lotl")
                    .flatMap(
                        optimizer ->
                            Stream.of(true, false)
                                .map(lastUsed -> Arguments.of(kind, optimizer, lastUsed))));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void it_gives_out_no_id_twice_and_wastes_no_more_than_a_block(
      DatabaseKind kind, String optimizer, boolean lastUsed) {
    try (TestDatabase database = kind.fresh(directory)) {
      database.execute(
          "create table coupon (id bigint not null primary key)",
          "create table hibernate_sequences"
              + " (sequence_name varchar(255) not null primary key, next_val bigint)",
          "insert into coupon values (" + GREATEST + ")",
          "insert into hibernate_sequences values ('default', " + (GREATEST + 50) + ")");
      try (SessionFactory factory =
          new HibernatePersistenceConfiguration("coupons")
              .managedClass(Coupon.class)
              .property(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, database.dataSource())
              .property(MappingSettings.PREFERRED_POOLED_OPTIMIZER, optimizer)
              .property(MappingSettings.TABLE_GENERATOR_STORE_LAST_USED, lastUsed)
              .createEntityManagerFactory()) {
        factory.inTransaction(session -> session.persist(new Coupon()));
      }
      List<List<Object>> ids = database.rows("select max(id) from coupon");
      assertThat(((Number) ids.get(0).get(0)).intValue()).isBetween(GREATEST + 1, GREATEST + 51);
    }
  }

  /** Its ids are counted in a table. */
  @Entity
  @Table(name = "coupon")
  static class Coupon {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    private Long id;
  }
}
