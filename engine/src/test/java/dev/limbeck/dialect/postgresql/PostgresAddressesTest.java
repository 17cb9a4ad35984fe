package dev.limbeck.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.DatabaseAddresses.Address;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressesTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          postgres://localhost/library,            jdbc:postgresql://localhost/library
          POSTGRESQL://db.example:6543/library,    jdbc:postgresql://db.example:6543/library
          postgresql:///library,                   jdbc:postgresql://localhost/library
          postgresql://a:1,                        jdbc:postgresql://a:1/
          'postgres://a:1,b:2/library',            'jdbc:postgresql://a:1,b:2/library'
          postgres://u:p@[::1]:5432/library,       jdbc:postgresql://[::1]:5432/library
          postgres://u:p@h/library?sslmode=require,jdbc:postgresql://h/library
          """)
  void host_port_and_database_make_the_url(String address, String jdbcUrl) {
    assertThat(Objects.requireNonNull(new PostgresAddresses().read(address)).jdbcUrl())
        .isEqualTo(jdbcUrl);
  }

  @Test
  void user_password_and_parameters_are_properties() {
    Address address =
        Objects.requireNonNull(
            new PostgresAddresses()
                .read(
                    "postgres://%C3%BCser:p%40ss+%2Fw:100%@h/library"
                        + "?sslmode=require&application_name=a%20b&user=x@y"));
    assertThat(address.properties())
        .isEqualTo(
            Map.of(
                "user", "x@y",
                "password", "p@ss+/w:100%",
                "sslmode", "require",
                "ApplicationName", "a b"));
    assertThat(address.toString()).doesNotContain("p@ss");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:postgresql://h/d", "sqlite:///file", "mysql://h/d", "postgres", ""})
  void other_addresses_are_for_others(String address) {
    assertThat(new PostgresAddresses().read(address)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jdbc:postgresql://host:5433/shop            | jdbc:postgresql://host:5433/other
          jdbc:postgresql://host/shop?ssl=true&a=/b   | jdbc:postgresql://host/other?ssl=true&a=/b
          jdbc:postgresql://a:1,b:2/shop              | jdbc:postgresql://a:1,b:2/other
          jdbc:postgresql://host                      | jdbc:postgresql://host/other
          jdbc:postgresql://host?ssl=true             | jdbc:postgresql://host/other?ssl=true
          jdbc:postgresql:shop                        | jdbc:postgresql:other
          jdbc:postgresql:/?user=a                    | jdbc:postgresql:other?user=a
          """)
  void the_address_of_another_database_differs_only_in_its_name(String url, String other) {
    assertThat(new PostgresAddresses().beside(url, "other")).isEqualTo(other);
  }
}
