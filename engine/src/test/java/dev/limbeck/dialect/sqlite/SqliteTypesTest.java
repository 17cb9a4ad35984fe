package dev.limbeck.dialect.sqlite;

import static dev.limbeck.model.Types.bigint;
import static dev.limbeck.model.Types.bytes;
import static dev.limbeck.model.Types.clob;
import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.nativeType;
import static dev.limbeck.model.Types.numeric;
import static dev.limbeck.model.Types.text;
import static dev.limbeck.model.Types.time;
import static dev.limbeck.model.Types.timestamp;
import static dev.limbeck.model.Types.timestampTz;
import static dev.limbeck.model.Types.uuid;
import static dev.limbeck.model.Types.varchar;
import static dev.limbeck.model.Types.varying;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.model.ColumnType;
import dev.limbeck.model.ScalarType.Kind;
import dev.limbeck.model.Types;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Types in SQLite's spelling, there and back. */
class SqliteTypesTest {
  private final SqliteTypes types = new SqliteTypes();

  @ParameterizedTest
  @EnumSource(Kind.class)
  void the_canonical_form_of_each_kind_is_canonical(Kind kind) {
    List<ColumnType> all =
        switch (kind.parameters()) {
          case 0 -> List.of(Types.scalar(kind));
          case 1 -> List.of(Types.scalar(kind), Types.scalar(kind, 7, null));
          default ->
              List.of(Types.scalar(kind), Types.scalar(kind, 7, null), Types.scalar(kind, 7, 2));
        };
    for (ColumnType type : all) {
      ColumnType canonical = types.canonical(type);
      assertThat(types.canonical(canonical)).isEqualTo(canonical);
      assertThat(types.render(canonical)).isEqualTo(types.render(type));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VARCHAR ( 20 )|varchar(20)",
        "character varying(20)|varchar(20)",
        "int|integer",
        "Numeric(12, 2)|numeric(12,2)",
        "numeric(12)|numeric(12,0)",
        "char|char(1)",
        "text|text",
        "datetime|datetime",
        "unsigned big int|unsigned big int",
        "varchar(max)|varchar(max)",
        "timestamp(3)|timestamp(3)",
        "blob(10)|blob(10)",
        "integer(4)|integer(4)",
        "decimal(3,-1)|decimal(3,-1)"
      })
  void declared_types_are_read(String declared, String rendered) {
    assertThat(types.render(types.parse(declared))).isEqualTo(rendered);
  }

  @Test
  void what_hibernate_calls_by_one_word_is_one() {
    assertThat(types.canonical(uuid())).isEqualTo(types.canonical(bytes()));
    assertThat(types.canonical(text())).isEqualTo(clob());
    assertThat(types.canonical(timestampTz(6))).isEqualTo(timestamp());
    assertThat(types.canonical(time(3))).isEqualTo(time(3));
    assertThat(types.canonical(nativeType("text"))).isEqualTo(nativeType("TEXT"));
    assertThat(types.canonical(varying(integer(), "sqlite", varchar(3)))).isEqualTo(varchar(3));
  }

  @Test
  void a_cast_is_safe_where_every_value_fits() {
    assertThat(types.isSafeCast(integer(), bigint())).isTrue();
    assertThat(types.isSafeCast(bigint(), integer())).isFalse();
    assertThat(types.isSafeCast(varchar(10), varchar(20))).isTrue();
    assertThat(types.isSafeCast(varchar(20), varchar(10))).isFalse();
    assertThat(types.isSafeCast(varchar(20), text())).isTrue();
    assertThat(types.isSafeCast(text(), varchar(20))).isFalse();
    assertThat(types.isSafeCast(numeric(10, 2), numeric(12, 2))).isTrue();
    assertThat(types.isSafeCast(numeric(10, 2), numeric(10, 4))).isFalse();
    assertThat(types.isSafeCast(varchar(10), integer())).isFalse();
  }
}
