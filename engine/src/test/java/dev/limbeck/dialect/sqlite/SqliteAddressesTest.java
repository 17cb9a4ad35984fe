package dev.limbeck.dialect.sqlite;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses that are no JDBC URLs. */
class SqliteAddressesTest {

  @ParameterizedTest
  @CsvSource({
    "sqlite:///shop.db, jdbc:sqlite:shop.db",
    "sqlite:///data/shop.db, jdbc:sqlite:data/shop.db",
    "sqlite:////var/lib/shop.db, jdbc:sqlite:/var/lib/shop.db",
    "sqlite:///C:/shop.db, jdbc:sqlite:C:/shop.db",
    "sqlite:///shop.db?busy_timeout=10, jdbc:sqlite:shop.db?busy_timeout=10",
    "sqlite:shop.db, jdbc:sqlite:shop.db",
    "sqlite:/var/lib/shop.db?busy_timeout=10, jdbc:sqlite:/var/lib/shop.db?busy_timeout=10",
    "sqlite://, jdbc:sqlite::memory:",
    "sqlite:///:memory:, jdbc:sqlite::memory:"
  })
  void addresses_lead_to_a_file_or_to_memory(String address, String jdbcUrl) {
    assertThat(requireNonNull(new SqliteAddresses().read(address)).jdbcUrl()).isEqualTo(jdbcUrl);
  }

  @Test
  void the_addresses_of_others_are_not_read() {
    assertThat(new SqliteAddresses().read("postgresql://host/name")).isNull();
  }
}
