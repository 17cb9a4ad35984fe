package dev.limbeck.scanner;

import static dev.limbeck.model.Types.integer;
import static dev.limbeck.model.Types.varchar;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.EntityModel;
import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a provider of Bean Validation is on the class path, its constraints shape columns. */
class BeanValidationTest {
  private static final List<Path> VALIDATOR =
      Scans.jars(Path.of(System.getProperty("validator.jars")));
  private static final Map<String, String> PERSON =
      Map.of(
          "people.Person",
          """
          package people;
          import jakarta.validation.constraints.*;
          @jakarta.persistence.Entity
          public class Person {
            @jakarta.persistence.Id private Long id;
            @NotNull @Size(max = 40) private String name;
            @Min(0) private Integer age;
          }
          """);

  @TempDir private Path directory;

  @Test
  void constraints_become_those_of_columns() throws IOException {
    Table person = scan(Map.of());
    assertThat(person.columns())
        .contains(Column.of("name", varchar(40)).withNullable(false), Column.of("age", integer()));
    assertThat(person.constraints()).contains(new Check(null, CheckCondition.atLeast("age", 0)));
  }

  @Test
  void the_mode_switches_them_off() throws IOException {
    Table person = scan(Map.of("jakarta.persistence.validation.mode", "callback"));
    assertThat(person.columns()).contains(Column.of("name", varchar(255)));
  }

  private Table scan(Map<String, String> properties) throws IOException {
    Path classes = CompiledClasses.compile(directory, PERSON, VALIDATOR);
    EntityModel model =
        new EntityScanner(
                Scans.builder()
                    .classPath(classes)
                    .classPath(VALIDATOR)
                    .properties(properties)
                    .build())
            .read(List.of("postgresql", "sqlite"));
    assertThat(model.skipped()).isEmpty();
    return requireNonNull(model.model().table(QualifiedName.parse("Person")));
  }
}
