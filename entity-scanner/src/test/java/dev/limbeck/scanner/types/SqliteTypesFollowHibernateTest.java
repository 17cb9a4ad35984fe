package dev.limbeck.scanner.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.TypeSystem;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.Types;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.sql.spi.DdlTypeRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Limbeck's SQLite dialect spells each type as Hibernate's community dialect does. */
class SqliteTypesFollowHibernateTest {

  /** One attribute of each type for which Hibernate's SQLite dialect has no word of its own. */
  @Entity(name = "Odd")
  static class Odd {
    @Id Long id;
    UUID uuid;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> json;

    @JdbcTypeCode(SqlTypes.SQLXML)
    Map<String, String> xml;

    InetAddress inet;
    Duration interval;
    String[] array;
  }

  private static StandardServiceRegistry registry;
  private static MetadataImplementor metadata;

  private final TypeSystem limbeck = Dialects.named("sqlite").types();

  @BeforeAll
  static void bootHibernateWithoutDatabase() {
    registry =
        new StandardServiceRegistryBuilder()
            .applySetting("hibernate.boot.allow_jdbc_metadata_access", "false")
            .applySetting("hibernate.dialect", "org.hibernate.community.dialect.SQLiteDialect")
            .applySetting("jakarta.persistence.database-product-name", "SQLite")
            // Without a version it takes 2.0, which had no decimal and no char(n).
            .applySetting("jakarta.persistence.database-major-version", "3")
            .build();
    metadata =
        (MetadataImplementor)
            new MetadataSources(registry).addAnnotatedClass(Odd.class).buildMetadata();
  }

  @AfterAll
  static void closeRegistry() {
    StandardServiceRegistryBuilder.destroy(registry);
  }

  @Test
  void each_type_is_spelled_as_hibernate_spells_it() {
    DdlTypeRegistry hibernate = metadata.getTypeConfiguration().getDdlTypeRegistry();
    Map<String, String> ours = new LinkedHashMap<>();
    Map<String, String> theirs = new LinkedHashMap<>();
    HibernateTypeCodes.KINDS.forEach(
        (code, kind) -> {
          if (hibernate.getDescriptor(code) != null) {
            for (ScalarType type : HibernateTypeCodes.samples(kind)) {
              ours.put(code + " " + type, limbeck.render(type));
              theirs.put(
                  code + " " + type,
                  hibernate.getTypeName(code, HibernateTypeCodes.size(type), null));
            }
          }
        });
    assertThat(ours).hasSizeGreaterThan(80).isEqualTo(theirs);
  }

  @Test
  void types_without_a_word_are_what_hibernate_makes_of_their_attributes() {
    PersistentClass odd = metadata.getEntityBinding(Odd.class.getName());
    Map<String, String> theirs = new TreeMap<>();
    for (Column column : odd.getTable().getColumns()) {
      theirs.put(column.getName(), column.getSqlType(metadata));
    }
    assertThat(theirs)
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "id", limbeck.render(Types.bigint()),
                    "uuid", limbeck.render(Types.uuid()),
                    "json", limbeck.render(Types.json()),
                    "xml", limbeck.render(Types.xml()),
                    "inet", limbeck.render(Types.inet()),
                    "interval", limbeck.render(Types.interval(21, 9)),
                    "array", limbeck.render(Types.array(Types.varchar(255))))));
  }

  /** What Hibernate registers and no kind stands for is known to be so. */
  @Test
  void every_code_of_hibernate_has_a_kind() throws IllegalAccessException {
    TreeSet<String> without = new TreeSet<>();
    for (Field field : SqlTypes.class.getFields()) {
      int code = field.getInt(null);
      boolean registered =
          metadata.getTypeConfiguration().getDdlTypeRegistry().getDescriptor(code) != null;
      if (registered && !HibernateTypeCodes.KINDS.containsKey(code)) {
        without.add(field.getName());
      }
    }
    assertThat(without).isEmpty();
  }
}
