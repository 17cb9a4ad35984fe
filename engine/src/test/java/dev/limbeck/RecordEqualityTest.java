package dev.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Records that spell out their equality forget no component, not even one that came later. */
class RecordEqualityTest {

  /** Those that are equal by less than all of their components, for a reason that they tell. */
  private static final Set<String> OF_THEIR_OWN_KIND =
      Set.of("Computed", "RunJava", "SqlExpression");

  @Test
  void equality_that_is_spelled_out_compares_every_component() {
    List<String> forgotten = new ArrayList<>();
    for (JavaClass type : new ClassFileImporter().importPath(Path.of("target", "classes"))) {
      if (!type.isRecord() || OF_THEIR_OWN_KIND.contains(type.getSimpleName())) {
        continue;
      }
      for (JavaCodeUnit method :
          List.of(type.getMethod("equals", Object.class), type.getMethod("hashCode"))) {
        if (method.getFieldAccesses().isEmpty()) {
          continue;
        }
        for (JavaField field : type.getFields()) {
          if (!field.getModifiers().contains(JavaModifier.STATIC)
              && method.getFieldAccesses().stream()
                  .noneMatch(access -> access.getTarget().getName().equals(field.getName()))) {
            forgotten.add(method.getFullName() + ": " + field.getName());
          }
        }
      }
    }
    assertThat(forgotten).isEmpty();
  }
}
