package dev.limbeck.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.autogenerate.EntityModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which mapping files take part. */
class MappingFilesTest {
  @TempDir private Path directory;

  private Path classes;

  @BeforeEach
  void compile() throws IOException {
    classes =
        CompiledClasses.compile(
            directory,
            Map.of(
                "shop.Box",
                "package shop; public class Box { private Long id; }",
                "shop.Bag",
                "package shop; public class Bag { private Long id; }",
                "shop.Tag",
                """
                package shop;
                @jakarta.persistence.Entity
                public class Tag {
                  @jakarta.persistence.Id private Long id;
                }
                """));
    write(
        "shop/Box.hbm.xml",
        """
        <?xml version="1.0"?>
        <!DOCTYPE hibernate-mapping PUBLIC "-//Hibernate/Hibernate Mapping DTD 3.0//EN"
            "http://www.hibernate.org/dtd/hibernate-mapping-3.0.dtd">
        <hibernate-mapping package="shop" default-access="field">
          <class name="Box" table="boxes"><id name="id"/></class>
        </hibernate-mapping>
        """);
    write(
        "META-INF/orm.xml",
        """
        <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.2">
          <package>shop</package>
          <access>FIELD</access>
          <entity class="Bag"><table name="bags"/><attributes><id name="id"/></attributes></entity>
        </entity-mappings>
        """);
  }

  @Test
  void the_file_of_the_standard_name_takes_part() {
    assertThat(tables(Scans.builder())).isEqualTo(List.of("Tag", "bags"));
  }

  @Test
  void a_file_that_is_named_takes_part_and_annotated_classes_only_where_they_are_named() {
    assertThat(tables(Scans.builder().mappingFiles(List.of("shop/Box.hbm.xml"))))
        .isEqualTo(List.of("bags", "boxes"));
    assertThat(
            tables(
                Scans.builder()
                    .mappingFiles(List.of("shop/Box.hbm.xml"))
                    .packages(List.of("shop"))))
        .isEqualTo(List.of("Tag", "bags", "boxes"));
  }

  @Test
  void hibernates_own_file_says_what_is_mapped() throws IOException {
    write(
        "hibernate.cfg.xml",
        """
        <?xml version="1.0" encoding="utf-8"?>
        <!DOCTYPE hibernate-configuration PUBLIC "-//Hibernate/Hibernate Configuration DTD//EN"
            "http://www.hibernate.org/dtd/hibernate-configuration-3.0.dtd">
        <hibernate-configuration>
          <session-factory>
            <property name="connection.url">jdbc:postgresql://nowhere/shop</property>
            <property name="default_schema">stock</property>
            <mapping resource="shop/Box.hbm.xml"/>
          </session-factory>
        </hibernate-configuration>
        """);
    EntityModel model = read(Scans.builder());
    assertThat(model.found())
        .contains("hibernate.cfg.xml of " + classes, "mapping file shop/Box.hbm.xml");
    assertThat(model.model().tables().stream().map(table -> table.name().toString()))
        .contains("stock.boxes")
        .doesNotContain("stock.Tag");
  }

  @Test
  void beside_the_files_that_a_unit_names_the_standard_one_takes_part() throws IOException {
    write(
        "META-INF/persistence.xml",
        """
        <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.2">
          <persistence-unit name="shop">
            <mapping-file>shop/Box.hbm.xml</mapping-file>
            <exclude-unlisted-classes/>
          </persistence-unit>
        </persistence>
        """);
    assertThat(tables(Scans.builder())).isEqualTo(List.of("bags", "boxes"));
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    assertThatThrownBy(
            () -> read(Scans.builder().mappingFiles(List.of("Box.hbm.xml", "shop/Box.hbm.xml"))))
        .hasMessageStartingWith(
            """
            LMB-120 Mapping files are not on the class path: Box.hbm.xml.
              They are named by persistence.xml, hibernate.cfg.xml or entities.mapping-files, and\
             looked for in""");
  }

  private void write(String file, String text) throws IOException {
    Path path = classes.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private List<String> tables(ScannerSettings.Builder settings) {
    return read(settings).model().tables().stream()
        .map(table -> table.name().toString())
        .sorted()
        .toList();
  }

  private EntityModel read(ScannerSettings.Builder settings) {
    return new EntityScanner(settings.classPath(classes).build()).read(List.of("postgresql"));
  }
}
