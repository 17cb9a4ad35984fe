package dev.limbeck.scanner.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.TypeSystem;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.ScalarType.Kind;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.sql.DdlType;
import org.hibernate.type.descriptor.sql.spi.DdlTypeRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Limbeck's PostgreSQL dialect spells each type as Hibernate's does. */
class PostgresTypesFollowHibernateTest {

  private static StandardServiceRegistry registry;
  private static DdlTypeRegistry hibernate;

  private final TypeSystem limbeck = Dialects.named("postgresql").types();

  @BeforeAll
  static void bootHibernateWithoutDatabase() {
    registry =
        new StandardServiceRegistryBuilder()
            .applySetting("hibernate.boot.allow_jdbc_metadata_access", "false")
            .applySetting("jakarta.persistence.database-product-name", "PostgreSQL")
            .applySetting("jakarta.persistence.database-major-version", "14")
            .build();
    hibernate =
        ((MetadataImplementor) new MetadataSources(registry).buildMetadata())
            .getTypeConfiguration()
            .getDdlTypeRegistry();
  }

  @AfterAll
  static void closeRegistry() {
    StandardServiceRegistryBuilder.destroy(registry);
  }

  @Test
  void each_type_is_spelled_as_hibernate_spells_it() {
    Map<String, String> ours = new LinkedHashMap<>();
    Map<String, String> theirs = new LinkedHashMap<>();
    HibernateTypeCodes.KINDS.forEach(
        (code, kind) -> {
          for (ScalarType type : HibernateTypeCodes.samples(kind)) {
            ours.put(code + " " + type, limbeck.render(type));
            theirs.put(
                code + " " + type,
                hibernate.getTypeName(code, HibernateTypeCodes.size(type), null));
          }
        });
    assertThat(ours).isEqualTo(theirs);
  }

  /** What Hibernate registers and no kind stands for is known to be so. */
  @Test
  void every_code_of_hibernate_has_a_kind() throws IllegalAccessException {
    TreeSet<String> without = new TreeSet<>();
    for (Field field : SqlTypes.class.getFields()) {
      int code = field.getInt(null);
      DdlType type = hibernate.getDescriptor(code);
      if (type != null && !HibernateTypeCodes.KINDS.containsKey(code)) {
        without.add(field.getName());
      }
    }
    // ARRAY and the named types have model types of their own; PostgreSQL knows no "rowid".
    assertThat(without).containsExactly("ARRAY", "NAMED_ENUM", "NAMED_ORDINAL_ENUM", "ROWID");
  }

  @Test
  void every_kind_has_a_code() {
    assertThat(HibernateTypeCodes.KINDS.values()).contains(Kind.values());
  }
}
