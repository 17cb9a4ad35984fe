package dev.limbeck.scanner.merge;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.TypeSystem;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.NativeType;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.ScalarType.Kind;
import dev.limbeck.model.VariantType;
import dev.limbeck.sql.SqlText;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the neutral type that each dialect renders as Hibernate's dialect does.
 *
 * <p>Candidates are the kinds that Hibernate's type codes stand for, with the numbers of the
 * spelling, and what each dialect takes the spelling for. Where none holds for all dialects, each
 * has its own.
 */
final class TypeMerge {
  /** The bits of a Java float; dialects have a word for it in place of the number. */
  private static final int SINGLE_PRECISION_BITS = 24;

  private final List<Dialect> dialects;

  /** Thousands of columns have a few types. */
  private final Map<Asked, ColumnType> merged = new HashMap<>();

  private record Asked(Map<String, ColumnType> spellings, Map<String, Kind> kinds) {}

  /**
   * @param dialects the dialects; the first one's type is what holds where none is named
   */
  TypeMerge(List<Dialect> dialects) {
    this.dialects = List.copyOf(dialects);
  }

  /**
   * The neutral type.
   *
   * @param spellings the column's type by dialect, native or named
   * @param kinds what kind of type Hibernate takes it for, by dialect
   */
  ColumnType merge(Map<String, ColumnType> spellings, Map<String, Kind> kinds) {
    return merged.computeIfAbsent(
        new Asked(Map.copyOf(spellings), Map.copyOf(kinds)), asked -> found(spellings, kinds));
  }

  private ColumnType found(Map<String, ColumnType> spellings, Map<String, Kind> kinds) {
    if (spellings.values().stream().allMatch(NativeType.class::isInstance)) {
      Set<ColumnType> candidates = candidates(spellings, kinds);
      ColumnType found = first(candidates, spellings, TypeMerge::rendersAs);
      if (found == null) {
        found = first(candidates, spellings, TypeMerge::means);
      }
      if (found != null) {
        return found;
      }
    }
    return perDialect(spellings, kinds);
  }

  /** In an order that does not depend on that of the dialects, those with numbers first. */
  private Set<ColumnType> candidates(Map<String, ColumnType> spellings, Map<String, Kind> kinds) {
    Set<ColumnType> numbered = new LinkedHashSet<>();
    Set<ColumnType> others = new LinkedHashSet<>();
    for (Kind kind : new TreeMap<>(kinds).values()) {
      for (ColumnType spelling : new TreeMap<>(spellings).values()) {
        ScalarType scalar = scalar(kind, sql(spelling));
        if (scalar != null) {
          (scalar.length() == null ? others : numbered).add(scalar);
        }
      }
      if (kind == Kind.FLOAT) {
        numbered.add(new ScalarType(kind, SINGLE_PRECISION_BITS, null));
      }
      others.add(new ScalarType(kind, null, null));
    }
    numbered.addAll(others);
    for (Dialect dialect : dialects) {
      numbered.add(dialect.types().parse(sql(spelling(spellings, dialect))));
    }
    return numbered;
  }

  private record Rendering(TypeSystem types, String sql) {}

  private @Nullable ColumnType first(
      Set<ColumnType> candidates,
      Map<String, ColumnType> spellings,
      BiPredicate<Rendering, ColumnType> test) {
    for (ColumnType candidate : candidates) {
      boolean holds =
          dialects.stream()
              .allMatch(
                  dialect ->
                      test.test(
                          new Rendering(dialect.types(), sql(spelling(spellings, dialect))),
                          candidate));
      if (holds) {
        return candidate;
      }
    }
    return null;
  }

  private static boolean rendersAs(Rendering wanted, ColumnType candidate) {
    return SqlText.sameTokens(wanted.types.render(candidate), wanted.sql);
  }

  private static boolean means(Rendering wanted, ColumnType candidate) {
    return wanted.types.canonical(candidate).equals(wanted.types.parse(wanted.sql));
  }

  private ColumnType perDialect(Map<String, ColumnType> spellings, Map<String, Kind> kinds) {
    Map<String, ColumnType> types = new LinkedHashMap<>();
    for (Dialect dialect : dialects) {
      ColumnType spelling = spelling(spellings, dialect);
      types.put(
          dialect.name(),
          spelling instanceof NativeType nativeType
              ? alone(dialect, nativeType.sql(), kinds.get(dialect.name()))
              : spelling);
    }
    ColumnType otherwise = types.remove(dialects.get(0).name());
    types.values().removeIf(type -> type.equals(otherwise));
    return types.isEmpty() ? otherwise : new VariantType(otherwise, types);
  }

  /** The type for one dialect. */
  private static ColumnType alone(Dialect dialect, String sql, @Nullable Kind kind) {
    ColumnType scalar = kind == null ? null : scalar(kind, sql);
    return scalar != null && rendersAs(new Rendering(dialect.types(), sql), scalar)
        ? scalar
        : dialect.types().parse(sql);
  }

  private static ColumnType spelling(Map<String, ColumnType> spellings, Dialect dialect) {
    return java.util.Objects.requireNonNull(spellings.get(dialect.name()), dialect.name());
  }

  private static String sql(ColumnType spelling) {
    return spelling instanceof NativeType type ? type.sql() : spelling.toString();
  }

  /** The kind with the numbers of a spelling; null where they are too many. */
  private static @Nullable ScalarType scalar(Kind kind, String sql) {
    Integer length = null;
    Integer scale = null;
    int numbers = 0;
    for (SqlToken token : SqlTokenizer.code(sql)) {
      if (token.kind() == SqlToken.Kind.NUMBER) {
        numbers++;
        Integer number = number(token.text());
        if (number == null) {
          return null;
        }
        if (numbers == 1) {
          length = number;
        } else {
          scale = number;
        }
      }
    }
    return numbers > kind.parameters() ? null : new ScalarType(kind, length, scale);
  }

  private static @Nullable Integer number(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
