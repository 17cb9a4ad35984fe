package dev.limbeck.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.limbeck.sample.EveryEntity.Sample;
import dev.limbeck.sample.entity.Book;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EveryEntityTest {

  @Test
  void every_concrete_entity_has_a_sample() {
    List<Class<?>> sampled = new ArrayList<>();
    for (Sample<?> sample : new EveryEntity().samples()) {
      sampled.add(sample.type());
    }

    assertThat(sampled)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            annotated(Entity.class).stream()
                .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                .toList());
  }

  @Test
  void the_application_tells_hibernate_of_every_entity_and_converter() {
    List<Class<?>> managed = annotated(Entity.class);
    managed.addAll(annotated(Converter.class));

    assertThat(LibraryDatabase.MANAGED_CLASSES).containsExactlyInAnyOrderElementsOf(managed);
  }

  private static List<Class<?>> annotated(Class<? extends Annotation> annotation) {
    List<Class<?>> found = new ArrayList<>();
    for (JavaClass type : new ClassFileImporter().importPackages(Book.class.getPackageName())) {
      if (type.isAnnotatedWith(annotation)) {
        found.add(type.reflect());
      }
    }
    return found;
  }
}
