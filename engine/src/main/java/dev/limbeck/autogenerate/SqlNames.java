package dev.limbeck.autogenerate;

import static java.util.Objects.requireNonNull;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import java.util.Collection;
import java.util.List;

/**
 * Names in generated SQL, as all dialects read them: one that any of them has to quote is quoted,
 * in the case to which it is folded.
 *
 * @param schemas true where schemas are named
 */
record SqlNames(List<Dialect> dialects, boolean schemas) {
  SqlNames {
    dialects = List.copyOf(dialects);
  }

  String of(QualifiedName name) {
    return name.schema() == null || !schemas
        ? of(name.name())
        : of(requireNonNull(name.schema())) + "." + of(name.name());
  }

  String of(Identifier name) {
    boolean plain =
        dialects.stream()
            .allMatch(dialect -> dialect.identifiers().render(name).equals(name.text()));
    return plain ? name.text() : '"' + name.key().replace("\"", "\"\"") + '"';
  }

  /** A list of names. */
  String all(Collection<Identifier> names) {
    return String.join(", ", names.stream().map(this::of).toList());
  }
}
