package dev.limbeck.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * How constraints and indexes are named that nobody gave a name: {@code pk_table}, {@code
 * uq_table_columns}, {@code fk_table_columns}, {@code ck_table_columns}, {@code ix_table_columns},
 * or as patterns say.
 *
 * <p>Names are in lower case, with an underscore for whatever would need quotes. A name longer than
 * the limit is cut and ends in eight hexadecimal digits of the whole name, so that it is the same
 * every time and unlike that of another object.
 *
 * @param maxBytes the longest name in bytes of UTF-8; PostgreSQL's 63 is the least of the supported
 *     databases
 * @param patterns how what is named in another way than the standard's is named
 * @param own names that a program gives, before the patterns do
 */
public record NamingConvention(int maxBytes, Map<NamedPart, NamePattern> patterns, OwnNames own) {
  private static final NamingConvention STANDARD =
      new NamingConvention(63, Map.of(), OwnNames.none());

  public NamingConvention {
    patterns = Map.copyOf(patterns);
    requireNonNull(own, "own");
  }

  /** Names that fit every supported database. */
  public static NamingConvention standard() {
    return STANDARD;
  }

  /** The same with other patterns; a part that has none is named as the standard says. */
  public NamingConvention withPatterns(Map<NamedPart, NamePattern> value) {
    return new NamingConvention(maxBytes, value, own);
  }

  /** The same with names that a program gives. */
  public NamingConvention withOwn(OwnNames value) {
    return new NamingConvention(maxBytes, patterns, value);
  }

  /** The constraint with a name: its own, or the convention's. */
  public Constraint named(QualifiedName table, Constraint constraint) {
    return constraint.name() != null ? constraint : constraint.withName(nameOf(table, constraint));
  }

  /** The index with a name: its own, or the convention's. */
  public Index named(QualifiedName table, Index index) {
    if (index.name() != null) {
      return index;
    }
    String given = own.name(table, index);
    if (given != null) {
      return index.withName(limited(Identifier.parse(given)));
    }
    List<String> parts =
        index.parts().stream()
            .map(part -> part.column() == null ? "expr" : part.column().text())
            .toList();
    NamedPart part = index.unique() ? NamedPart.UNIQUE_INDEX : NamedPart.INDEX;
    return index.withName(name(part, NamePattern.values(table, parts)));
  }

  /**
   * The table with a name for each of its constraints and indexes; a name already taken in the
   * table gets a number.
   */
  public Table named(Table table) {
    var constraints = new java.util.ArrayList<Constraint>();
    var indexes = new java.util.ArrayList<Index>();
    var taken = new java.util.HashSet<Identifier>();
    table.constraints().forEach(constraint -> addIfPresent(taken, constraint.name()));
    table.indexes().forEach(index -> addIfPresent(taken, index.name()));
    for (Constraint constraint : table.constraints()) {
      Constraint named = named(table.name(), constraint);
      constraints.add(
          constraint.name() != null ? constraint : named.withName(free(taken, named.name())));
    }
    for (Index index : table.indexes()) {
      Index named = named(table.name(), index);
      indexes.add(index.name() != null ? index : named.withName(free(taken, named.name())));
    }
    return table.withConstraints(constraints).withIndexes(indexes);
  }

  /** The name, or with a number where it is taken; taken from then on. */
  public Identifier free(java.util.Set<Identifier> taken, @Nullable Identifier name) {
    requireNonNull(name, "name");
    Identifier candidate = name;
    for (int i = 2; !taken.add(candidate); i++) {
      candidate = numbered(name, i);
    }
    return candidate;
  }

  /** The name with a number behind it. */
  public Identifier numbered(Identifier name, int number) {
    return new Identifier(limited(name.text() + "_" + number), name.quoted());
  }

  private static void addIfPresent(java.util.Set<Identifier> names, @Nullable Identifier name) {
    if (name != null) {
      names.add(name);
    }
  }

  private Identifier nameOf(QualifiedName table, Constraint constraint) {
    String given = own.name(table, constraint);
    if (given != null) {
      return limited(Identifier.parse(given));
    }
    Map<String, String> values =
        NamePattern.values(table, constraint.columns().stream().map(Identifier::text).toList());
    return constraint.accept(
        new Constraint.Visitor<>() {
          @Override
          public Identifier primaryKey(PrimaryKey key) {
            return name(NamedPart.PRIMARY_KEY, values);
          }

          @Override
          public Identifier unique(Unique unique) {
            return name(NamedPart.UNIQUE, values);
          }

          @Override
          public Identifier foreignKey(ForeignKey key) {
            return name(NamedPart.FOREIGN_KEY, NamePattern.values(table, key));
          }

          @Override
          public Identifier check(Check check) {
            return name(NamedPart.CHECK, values);
          }
        });
  }

  private Identifier name(NamedPart part, Map<String, String> values) {
    NamePattern pattern = patterns.get(part);
    String name = pattern == null ? "" : pattern.name(values);
    return Identifier.of(limited(plain(name.isEmpty() ? part.standard().name(values) : name)));
  }

  private Identifier limited(Identifier name) {
    return new Identifier(limited(name.text()), name.quoted());
  }

  /** Lower case, and an underscore for whatever would need quotes. */
  private static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      plain.append(Character.isLetterOrDigit(c) ? c : '_');
    }
    return plain.toString();
  }

  private String limited(String name) {
    if (name.getBytes(UTF_8).length <= maxBytes) {
      return name;
    }
    CRC32 crc = new CRC32();
    crc.update(name.getBytes(UTF_8));
    String suffix = String.format(Locale.ROOT, "_%08x", crc.getValue());
    String head = name;
    while ((head + suffix).getBytes(UTF_8).length > maxBytes) {
      head = head.substring(0, head.offsetByCodePoints(head.length(), -1));
    }
    return head + suffix;
  }
}
