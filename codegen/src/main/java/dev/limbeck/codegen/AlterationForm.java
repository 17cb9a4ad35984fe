package dev.limbeck.codegen;

import static java.util.Objects.requireNonNull;

import dev.limbeck.autogenerate.Review;
import dev.limbeck.codegen.Expression.Literal;
import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.operation.Changed;
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
import dev.limbeck.operation.TableAlteration.RenameConstraint;
import dev.limbeck.operation.TableAlteration.RenameIndex;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Alterations as statements in the block of an {@code alterTable}. */
final class AlterationForm implements TableAlteration.Visitor<Statement> {
  private static final NamingConvention NAMES = NamingConvention.standard();

  private final QualifiedName table;
  private final TypeForm types;
  private final List<Review> reviews;

  AlterationForm(QualifiedName table, TypeForm types, List<Review> reviews) {
    this.types = types;
    this.reviews = reviews;
    this.table = table;
  }

  @Override
  public Statement addColumn(AddColumn alteration) {
    return noted(
        ReviewNote.of(alteration),
        ObjectForm.column("add", alteration.column(), types),
        alteration.fill());
  }

  @Override
  public Statement dropColumn(DropColumn alteration) {
    return call("dropColumn", name(alteration.name()))
        .withComment(Review.above(reviews, table, alteration.name()));
  }

  @Override
  public Statement renameColumn(RenameColumn alteration) {
    return call("renameColumn", name(alteration.from()), name(alteration.to()));
  }

  @Override
  public Statement alterColumn(AlterColumn alteration) {
    Calls calls = Calls.on(ObjectForm.TABLE, "alterColumn", name(alteration.name()));
    if (alteration.type() != null) {
      calls =
          calls.then(
              "type",
              types.of(requireNonNull(alteration.type().from(), "from")),
              types.of(requireNonNull(alteration.type().to(), "to")));
    }
    if (alteration.nullable() != null) {
      calls =
          calls.then(
              "nullable",
              new Literal(requireNonNull(alteration.nullable().from(), "from").toString()),
              new Literal(requireNonNull(alteration.nullable().to(), "to").toString()));
    }
    if (alteration.defaultValue() != null) {
      calls = defaulted(calls, alteration.defaultValue());
    }
    if (alteration.generation() != null) {
      calls =
          calls.then(
              "generation",
              SqlForm.generation(alteration.generation().from()),
              SqlForm.generation(alteration.generation().to()));
    }
    if (alteration.collation() != null) {
      calls =
          calls.then(
              "collation", text(alteration.collation().from()), text(alteration.collation().to()));
    }
    if (alteration.comment() != null) {
      calls =
          calls.then("comment", text(alteration.comment().from()), text(alteration.comment().to()));
    }
    if (alteration.using() != null) {
      calls = calls.then("using", SqlForm.shortest(alteration.using()));
    }
    String review = Review.above(reviews, table, alteration.name());
    return noted(review == null ? ReviewNote.of(alteration) : review, calls, alteration.fill());
  }

  static Calls defaulted(Calls calls, Changed<SqlExpression> change) {
    boolean plain = isPlain(change.from()) && isPlain(change.to());
    return plain
        ? calls.then("defaultValue", plain(change.from()), plain(change.to()))
        : calls.then("defaultExpression", SqlForm.full(change.from()), SqlForm.full(change.to()));
  }

  private static boolean isPlain(@Nullable SqlExpression expression) {
    return expression == null || expression.variants().isEmpty();
  }

  private static Expression plain(@Nullable SqlExpression expression) {
    return expression == null ? new Literal("null") : JavaString.sql(expression.text());
  }

  private static Statement noted(@Nullable String note, Calls calls, @Nullable SqlExpression fill) {
    return new Statement(
        note, false, fill == null ? calls : calls.then("fill", SqlForm.shortest(fill)));
  }

  @Override
  public Statement addConstraint(AddConstraint alteration) {
    return Statement.of(ObjectForm.constraint("add", NAMES.named(table, alteration.constraint())));
  }

  /** With the structure where it is known: the name may differ between databases. */
  @Override
  public Statement dropConstraint(DropConstraint alteration) {
    Constraint constraint = alteration.constraint();
    if (constraint == null) {
      return call("dropConstraint", name(requireNonNull(alteration.name(), "name")));
    }
    Constraint named =
        alteration.name() == null ? constraint : constraint.withName(alteration.name());
    return Statement.of(ObjectForm.constraint("drop", NAMES.named(table, named)));
  }

  @Override
  public Statement renameConstraint(RenameConstraint alteration) {
    return call("renameConstraint", name(alteration.from()), name(alteration.to()));
  }

  @Override
  public Statement alterCheck(AlterCheck alteration) {
    Constraint from = named(new Check(alteration.name(), alteration.from()));
    Calls calls =
        Calls.on(
            ObjectForm.TABLE,
            "alterCheck",
            name(requireNonNull(from.name(), "name")),
            condition(alteration, alteration.from()),
            condition(alteration, alteration.to()));
    boolean texts = alteration.from() instanceof CheckCondition.OneOf;
    for (Map.Entry<String, String> each : alteration.remaps().entrySet()) {
      calls = calls.then("remap", value(texts, each.getKey()), value(texts, each.getValue()));
    }
    return new Statement(RemapReview.of(alteration), false, calls);
  }

  /** Texts on both sides, where both are no more. */
  private static Expression condition(AlterCheck alteration, CheckCondition condition) {
    boolean plain = isText(alteration.from()) && isText(alteration.to());
    return plain ? SqlForm.condition(new Check(null, condition)) : SqlForm.fullCondition(condition);
  }

  private static boolean isText(CheckCondition condition) {
    return condition instanceof CheckCondition.Sql sql && sql.expression().variants().isEmpty();
  }

  private static Expression value(boolean text, String value) {
    return text ? JavaString.prose(value) : SqlForm.number(Long.parseLong(value));
  }

  private Constraint named(Constraint constraint) {
    return NAMES.named(table, constraint);
  }

  @Override
  public Statement addIndex(AddIndex alteration) {
    return Statement.of(
        manner(
            ObjectForm.index("add", NAMES.named(table, alteration.index())),
            alteration.concurrently()));
  }

  /** With the structure where it is known: the name may differ between databases. */
  @Override
  public Statement dropIndex(DropIndex alteration) {
    Index index = alteration.index();
    if (index == null) {
      return call("dropIndex", name(requireNonNull(alteration.name(), "name")));
    }
    Index named = alteration.name() == null ? index : index.withName(alteration.name());
    return Statement.of(
        manner(ObjectForm.index("drop", NAMES.named(table, named)), alteration.concurrently()));
  }

  private static Calls manner(Calls index, boolean concurrently) {
    return concurrently ? index.then("concurrently") : index;
  }

  @Override
  public Statement renameIndex(RenameIndex alteration) {
    return call("renameIndex", name(alteration.from()), name(alteration.to()));
  }

  @Override
  public Statement alterComment(AlterComment alteration) {
    return call("comment", text(alteration.comment().from()), text(alteration.comment().to()));
  }

  private static Statement call(String method, Expression... arguments) {
    return Statement.of(Calls.on(ObjectForm.TABLE, method, arguments));
  }

  private static Expression name(Identifier name) {
    return JavaString.name(name.toString());
  }

  private static Expression text(@Nullable String text) {
    return text == null ? new Literal("null") : JavaString.prose(text);
  }
}
