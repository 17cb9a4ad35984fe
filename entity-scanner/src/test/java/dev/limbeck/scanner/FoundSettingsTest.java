package dev.limbeck.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.autogenerate.EntityModel.Setting;
import dev.limbeck.model.QualifiedName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where settings come from, and what they do. */
class FoundSettingsTest {
  private static final Map<String, String> SHOP =
      Map.of(
          "shop.LineItem",
          """
          package shop;
          @jakarta.persistence.Entity
          public class LineItem {
            @jakarta.persistence.Id private Long id;
            private String unitName;
            private String group;
            @jakarta.persistence.ManyToMany private java.util.Set<Tag> allTags;
          }
          """,
          "shop.Tag",
          """
          package shop;
          @jakarta.persistence.Entity
          public class Tag {
            @jakarta.persistence.Id private Long id;
          }
          """);

  @TempDir private Path directory;

  private Path classes;

  @BeforeEach
  void compile() throws IOException {
    classes = CompiledClasses.compile(directory, SHOP);
  }

  @Test
  void spring_boots_naming_is_found_and_shown() throws IOException {
    write("org/springframework/boot/hibernate/SpringImplicitNamingStrategy.class", "");
    EntityModel model = read(Scans.builder().classPath(classes));
    assertThat(tables(model)).isEqualTo(Set.of("line_item", "line_item_all_tags", "tag"));
    assertThat(setting(model, "hibernate.implicit_naming_strategy"))
        .isEqualTo(
            new Setting(
                "hibernate.implicit_naming_strategy",
                "SpringImplicitNamingStrategy",
                "Spring Boot on the class path"));
  }

  @Test
  void what_is_set_wins_over_spring_boots_naming() throws IOException {
    write("org/springframework/boot/hibernate/SpringImplicitNamingStrategy.class", "");
    EntityModel model =
        read(
            Scans.builder()
                .classPath(classes)
                .property("hibernate.implicit_naming_strategy", "default")
                .property(
                    "hibernate.physical_naming_strategy",
                    "org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl"));
    assertThat(tables(model)).isEqualTo(Set.of("LineItem", "LineItem_Tag", "Tag"));
  }

  @Test
  void a_persistence_unit_gives_classes_and_properties() throws IOException {
    write(
        "META-INF/persistence.xml",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.1">
          <persistence-unit name="tags">
            <class>shop.Tag</class>
            <exclude-unlisted-classes/>
            <properties>
              <property name="hibernate.default_schema" value="shop"/>
              <property name="jakarta.persistence.jdbc.password" value="secret"/>
            </properties>
          </persistence-unit>
        </persistence>
        """);
    EntityModel model = read(Scans.builder().classPath(classes));
    assertThat(model.model().tables())
        .extracting(table -> table.name().toString())
        .containsExactly("shop.Tag");
    assertThat(setting(model, "hibernate.default_schema").origin()).isEqualTo("persistence.xml");
    assertThat(model.found().get(0)).isEqualTo("persistence unit tags of " + classes);
    assertThat(model.skipped())
        .containsExactly(
            "settings without effect, since no connection is opened:"
                + " jakarta.persistence.jdbc.password");
    assertThat(model.toString()).doesNotContain("secret");
  }

  @Test
  void a_unit_takes_the_annotated_classes_beside_it() throws IOException {
    write(
        "META-INF/persistence.xml",
        """
        <persistence><persistence-unit name="all"/></persistence>
        """);
    assertThat(tables(read(Scans.builder().classPath(classes))))
        .isEqualTo(Set.of("LineItem", "LineItem_Tag", "Tag"));
  }

  @Test
  void a_mapping_file_takes_part() throws IOException {
    write(
        "META-INF/orm.xml",
        """
        <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.1">
          <entity class="shop.Tag"><table name="labels"/></entity>
        </entity-mappings>
        """);
    EntityModel model = read(Scans.builder().classPath(classes));
    assertThat(tables(model)).contains("labels");
    assertThat(model.found()).contains("mapping file META-INF/orm.xml");
  }

  @Test
  void hibernate_properties_of_the_class_path_hold_unless_others_are_given() throws IOException {
    write("hibernate.properties", "hibernate.auto_quote_keyword = true\n");
    EntityModel model = read(Scans.builder().classPath(classes));
    assertThat(setting(model, "hibernate.auto_quote_keyword"))
        .isEqualTo(new Setting("hibernate.auto_quote_keyword", "true", "hibernate.properties"));
    assertThat(model.model().table(QualifiedName.parse("LineItem")))
        .satisfies(
            table ->
                assertThat(table.columns())
                    .extracting(column -> column.name().toString())
                    .contains("`group`"));

    EntityModel given =
        read(Scans.builder().classPath(classes).property("hibernate.auto_quote_keyword", "false"));
    assertThat(setting(given, "hibernate.auto_quote_keyword"))
        .isEqualTo(new Setting("hibernate.auto_quote_keyword", "false", "limbeck.properties"));
  }

  private void write(String name, String text) throws IOException {
    Path file = classes.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static EntityModel read(ScannerSettings.Builder settings) {
    return new EntityScanner(settings.build()).read(List.of("postgresql"));
  }

  private static Set<String> tables(EntityModel model) {
    Set<String> names = new TreeSet<>();
    model.model().tables().forEach(table -> names.add(table.name().name().text()));
    return names;
  }

  private static Setting setting(EntityModel model, String name) {
    return model.settings().stream()
        .filter(setting -> setting.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
