package dev.limbeck.codegen;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Deferral;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.NativeType;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.ReferentialAction;
import dev.limbeck.model.Sequence;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.model.Table;
import dev.limbeck.model.Unique;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.EnumColumn;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.AlterTable;
import dev.limbeck.operation.Operation.CreateSequence;
import dev.limbeck.operation.Operation.CreateTable;
import dev.limbeck.operation.Operation.ExecuteSql;
import dev.limbeck.operation.Operation.Irreversible;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.Operation.RenameTable;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TableAlteration.AddIndex;
import dev.limbeck.operation.TableAlteration.AlterCheck;
import dev.limbeck.operation.TableAlteration.AlterColumn;
import dev.limbeck.operation.TableAlteration.AlterComment;
import dev.limbeck.operation.TableAlteration.DropColumn;
import dev.limbeck.operation.TableAlteration.DropConstraint;
import dev.limbeck.operation.TableAlteration.DropIndex;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import dev.limbeck.operation.TypeOperation.AlterEnumType;
import dev.limbeck.operation.TypeOperation.CreateEnumType;
import dev.limbeck.operation.TypeOperation.RenameEnumLabel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Operations with odd texts, from a seed. Halves of surrogate pairs are not among them: no database
 * stores them, and javac 17 misreads the escape of one before a backslash.
 */
final class RandomOperations {
  private static final List<String> PIECES =
      List.of(
          "a", "B", "order", "é", "ß", "名", "😀", " ", "  ", "'", "\"", "\"\"", "\"\"\"", "\\",
          "\\u000a", "\\u0022", "\\n", "\n", "\n\n", "\r\n", "\r", "\t", "\b", "\f", "\001",
          "\u007f", "\u0085", "\u00a0", "\u2028", "\u2029", "\u3000", "\u202e", "\ue000", "$", "$L",
          "$T", "$$", "$>", "*/", "/*", "--", "//", "{@code", "@", "<b>", "&amp;", "%s", "%n", ";",
          ",", "(", ")", "7");

  private final Random random;

  RandomOperations(long seed) {
    this.random = new Random(seed);
  }

  List<Operation> operations() {
    List<Operation> all = list(1, 4, this::operation);
    if (random.nextInt(5) == 0) {
      all.add(new Irreversible(text()));
    }
    return all;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(10);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private String sql() {
    String text = text();
    return text.isBlank() ? "x" : text;
  }

  private Identifier name() {
    String text = text().replace("\0", "");
    if (random.nextBoolean()) {
      return Identifier.quoted(text.isEmpty() ? "`" : text);
    }
    return Identifier.of("n" + text.replace("`", "").replace(".", ""));
  }

  private QualifiedName qualifiedName() {
    return new QualifiedName(random.nextBoolean() ? null : name(), name());
  }

  private SqlExpression expression() {
    SqlExpression expression = SqlExpression.of(sql());
    return random.nextInt(3) > 0
        ? expression
        : expression.on("sqlite", sql()).on("odd \" dialect", sql());
  }

  private <T> List<T> list(int least, int most, Supplier<T> element) {
    List<T> all = new ArrayList<>();
    int size = least + random.nextInt(most - least + 1);
    for (int i = 0; i < size; i++) {
      all.add(element.get());
    }
    return all;
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextBoolean() ? null : value.get();
  }

  private <T> @Nullable Changed<T> change(Supplier<T> value) {
    return maybe(() -> new Changed<T>(maybe(value), maybe(value)));
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private Operation operation() {
    return switch (random.nextInt(8)) {
      case 6 ->
          random.nextBoolean()
              ? new RenameEnumLabel(qualifiedName(), text(), text(), list(0, 2, this::enumColumn))
              : alterEnumType();
      case 0, 1 -> new CreateTable(table());
      case 2, 3 -> new AlterTable(qualifiedName(), list(1, 4, this::alteration));
      case 4 -> new ExecuteSql(sql().strip());
      case 5 ->
          random.nextBoolean()
              ? new OnlyOn(text(), list(0, 2, this::operation))
              : new CreateEnumType(new EnumType(qualifiedName(), list(0, 3, this::text)));
      default -> {
        QualifiedName name = qualifiedName();
        yield random.nextBoolean()
            ? new RenameTable(name, name.withName(name()))
            : new CreateSequence(
                new Sequence(
                    name,
                    random.nextLong(),
                    1 + random.nextInt(9),
                    maybe(random::nextLong),
                    maybe(random::nextLong),
                    random.nextInt(9),
                    random.nextBoolean()));
      }
    };
  }

  private EnumColumn enumColumn() {
    return new EnumColumn(qualifiedName(), name());
  }

  private Operation alterEnumType() {
    List<String> removed = list(0, 3, this::text);
    return new AlterEnumType(
        qualifiedName(),
        new Changed<>(removed, list(0, 3, this::text)),
        removed.isEmpty() || random.nextBoolean() ? Map.of() : Map.of(removed.get(0), text()),
        list(0, 2, this::enumColumn),
        random.nextBoolean());
  }

  private TableAlteration alterCheck() {
    CheckCondition from = condition();
    Map<String, String> remaps =
        from instanceof CheckCondition.OneOf
            ? Map.of(text(), text())
            : from instanceof CheckCondition.Sql
                ? Map.of()
                : Map.of(Long.toString(random.nextLong()), Integer.toString(random.nextInt()));
    return new AlterCheck(name(), new Changed<>(from, condition()), remaps);
  }

  private Table table() {
    Set<Identifier> names = new HashSet<>();
    List<Column> columns = list(0, 4, this::column);
    columns.removeIf(column -> !names.add(column.name()));
    List<Constraint> constraints = list(0, 3, this::constraint);
    Set<Class<?>> keys = new HashSet<>();
    constraints.removeIf(
        constraint -> constraint instanceof PrimaryKey && !keys.add(constraint.getClass()));
    return new Table(
        qualifiedName(),
        columns,
        constraints,
        list(0, 2, this::index),
        maybe(this::text),
        maybe(this::text));
  }

  private Column column() {
    Generation generation = maybe(this::generation);
    return new Column(
        name(),
        type(),
        !(generation instanceof Generation.Identity) && random.nextBoolean(),
        maybe(this::expression),
        generation,
        maybe(this::text),
        maybe(this::text));
  }

  private ColumnType type() {
    return switch (random.nextInt(6)) {
      case 0 -> new NamedType(qualifiedName());
      case 1 -> new NativeType(sql());
      default -> oneOf(Samples.types());
    };
  }

  private Generation generation() {
    return random.nextBoolean()
        ? new Generation.Identity(random.nextBoolean(), random.nextInt(3), 1 + random.nextInt(2))
        : new Generation.Computed(expression(), random.nextBoolean());
  }

  private Constraint constraint() {
    List<Identifier> columns = list(1, 3, this::name);
    return switch (random.nextInt(4)) {
      case 0 -> new PrimaryKey(name(), columns);
      case 1 ->
          new Unique(name(), columns, random.nextBoolean(), oneOf(List.of(Deferral.values())));
      case 2 ->
          new ForeignKey(
              name(),
              columns,
              qualifiedName(),
              list(columns.size(), columns.size(), this::name),
              oneOf(List.of(ReferentialAction.values())),
              oneOf(List.of(ReferentialAction.values())),
              oneOf(List.of(Deferral.values())));
      default -> new Check(name(), condition());
    };
  }

  private CheckCondition condition() {
    return switch (random.nextInt(5)) {
      case 0 -> new CheckCondition.OneOf(name(), list(1, 3, this::text));
      case 1 -> new CheckCondition.OneOfNumbers(name(), list(1, 3, random::nextLong));
      case 2 -> new CheckCondition.Between(name(), random.nextInt(), random.nextLong());
      case 3 -> new CheckCondition.AtLeast(name(), random.nextLong());
      default -> new CheckCondition.Sql(expression());
    };
  }

  private Index index() {
    return new Index(
        name(),
        random.nextBoolean(),
        list(1, 3, this::indexPart),
        maybe(this::text),
        list(0, 2, this::name),
        maybe(this::expression),
        random.nextBoolean());
  }

  private IndexPart indexPart() {
    boolean column = random.nextBoolean();
    return new IndexPart(
        column ? name() : null,
        column ? null : expression(),
        random.nextBoolean(),
        maybe(() -> oneOf(List.of(IndexPart.Nulls.values()))),
        maybe(this::text),
        maybe(this::text));
  }

  private TableAlteration alteration() {
    return switch (random.nextInt(10)) {
      case 8 -> alterCheck();
      case 0 -> new AddColumn(column(), maybe(this::expression));
      case 1 -> new DropColumn(name(), null);
      case 2 -> new RenameColumn(name(), name());
      case 3 -> new AddConstraint(constraint());
      case 4 -> DropConstraint.of(constraint());
      case 5 -> new AddIndex(index());
      case 6 -> DropIndex.of(index());
      case 7 -> new AlterComment(new Changed<>(maybe(this::text), maybe(this::text)));
      default ->
          new AlterColumn(
              name(),
              maybe(() -> new Changed<>(type(), type())),
              maybe(() -> new Changed<>(random.nextBoolean(), random.nextBoolean())),
              change(this::expression),
              change(this::generation),
              change(this::text),
              change(this::text),
              maybe(this::expression),
              maybe(this::expression));
    };
  }
}
