package dev.limbeck.codegen;

import com.palantir.javapoet.ClassName;
import dev.limbeck.codegen.Expression.ImportedConstant;
import dev.limbeck.model.Check;
import dev.limbeck.model.Column;
import dev.limbeck.model.Constraint;
import dev.limbeck.model.Deferral;
import dev.limbeck.model.ForeignKey;
import dev.limbeck.model.Generation;
import dev.limbeck.model.Generation.Computed;
import dev.limbeck.model.Generation.Identity;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.ReferentialAction;
import dev.limbeck.model.Unique;
import java.util.ArrayList;
import java.util.List;

/** Columns, constraints and indexes as calls on the variable of a table's block. */
final class ObjectForm {
  /** The variable of a table's block. */
  static final String TABLE = "t";

  private static final ClassName ACTION = ClassName.get(ReferentialAction.class);
  private static final ClassName DEFERRAL = ClassName.get(Deferral.class);

  private ObjectForm() {}

  /** A method's name behind a verb: {@code add} and {@code unique} are {@code addUnique}. */
  private static String method(String verb, String noun) {
    return verb.isEmpty() ? noun : verb + Character.toUpperCase(noun.charAt(0)) + noun.substring(1);
  }

  /**
   * A column.
   *
   * @param verb {@code add}, or empty in a table's definition
   * @param types how types are written
   */
  static Calls column(String verb, Column column, TypeForm types) {
    Calls calls =
        Calls.on(
            TABLE,
            method(verb, "column"),
            JavaString.name(column.name().toString()),
            types.of(column.type()));
    Generation generation = column.generation();
    if (generation != null) {
      calls = generated(calls, generation);
    }
    if (!column.nullable() && !(generation instanceof Identity)) {
      calls = calls.then("notNull");
    }
    if (column.defaultValue() != null) {
      calls = calls.then("defaultValue", SqlForm.shortest(column.defaultValue()));
    }
    if (column.collation() != null) {
      calls = calls.then("collation", JavaString.name(column.collation()));
    }
    if (column.comment() != null) {
      calls = calls.then("comment", JavaString.prose(column.comment()));
    }
    return calls;
  }

  private static Calls generated(Calls column, Generation generation) {
    return generation.accept(
        new Generation.Visitor<>() {
          @Override
          public Calls identity(Identity identity) {
            boolean ones = identity.start() == 1 && identity.increment() == 1;
            if (ones) {
              return column.then(identity.always() ? "identityAlways" : "identity");
            }
            return identity.always()
                ? column.then("generated", SqlForm.generation(identity))
                : column.then(
                    "identity",
                    SqlForm.number(identity.start()),
                    SqlForm.number(identity.increment()));
          }

          @Override
          public Calls computed(Computed computed) {
            return computed.expression().variants().isEmpty()
                ? column.then(
                    computed.stored() ? "computed" : "computedAtReading",
                    SqlForm.shortest(computed.expression()))
                : column.then("generated", SqlForm.generation(computed));
          }
        });
  }

  /**
   * A constraint, which has a name.
   *
   * @param verb {@code add} or {@code drop}, or empty in a table's definition
   */
  static Calls constraint(String verb, Constraint constraint) {
    return constraint.accept(
        new Constraint.Visitor<>() {
          @Override
          public Calls primaryKey(PrimaryKey key) {
            return Calls.on(TABLE, method(verb, "primaryKey"), named(key));
          }

          @Override
          public Calls unique(Unique unique) {
            Calls calls = Calls.on(TABLE, method(verb, "unique"), named(unique));
            if (unique.nullsNotDistinct()) {
              calls = calls.then("nullsNotDistinct");
            }
            return deferred(calls, unique.deferral());
          }

          @Override
          public Calls foreignKey(ForeignKey key) {
            List<Expression> target = new ArrayList<>();
            target.add(JavaString.name(key.target().toString()));
            target.addAll(Expression.strings(key.targetColumns()));
            Calls calls =
                Calls.on(TABLE, method(verb, "foreignKey"), named(key)).then("references", target);
            calls = acted(calls, "onDelete", key.onDelete());
            calls = acted(calls, "onUpdate", key.onUpdate());
            return deferred(calls, key.deferral());
          }

          @Override
          public Calls check(Check check) {
            return Calls.on(
                TABLE,
                method(verb, "check"),
                JavaString.name(String.valueOf(check.name())),
                SqlForm.condition(check));
          }
        });
  }

  private static List<Expression> named(Constraint constraint) {
    List<Expression> arguments = new ArrayList<>();
    arguments.add(JavaString.name(String.valueOf(constraint.name())));
    arguments.addAll(Expression.strings(constraint.columns()));
    return arguments;
  }

  private static Calls acted(Calls calls, String method, ReferentialAction action) {
    return action == ReferentialAction.NO_ACTION
        ? calls
        : calls.then(method, new ImportedConstant(ACTION, action.name()));
  }

  private static Calls deferred(Calls calls, Deferral deferral) {
    return deferral == Deferral.NONE
        ? calls
        : calls.then("deferrable", new ImportedConstant(DEFERRAL, deferral.name()));
  }

  /**
   * An index, which has a name.
   *
   * @param verb {@code add} or {@code drop}, or empty in a table's definition
   */
  static Calls index(String verb, Index index) {
    List<Expression> arguments = new ArrayList<>();
    arguments.add(JavaString.name(String.valueOf(index.name())));
    if (index.parts().equals(index.columns().stream().map(IndexPart::of).toList())) {
      arguments.addAll(Expression.strings(index.columns()));
    } else {
      index.parts().forEach(part -> arguments.add(SqlForm.indexPart(part)));
    }
    Calls calls =
        Calls.on(TABLE, method(verb, index.unique() ? "uniqueIndex" : "index"), arguments);
    if (index.method() != null) {
      calls = calls.then("using", JavaString.name(index.method()));
    }
    if (!index.include().isEmpty()) {
      calls = calls.then("include", Expression.strings(index.include()));
    }
    if (index.nullsNotDistinct()) {
      calls = calls.then("nullsNotDistinct");
    }
    if (index.where() != null) {
      calls = calls.then("where", SqlForm.shortest(index.where()));
    }
    return calls;
  }
}
