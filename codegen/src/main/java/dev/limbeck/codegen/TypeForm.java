package dev.limbeck.codegen;

import static java.util.Objects.requireNonNull;

import com.palantir.javapoet.ClassName;
import dev.limbeck.codegen.Expression.Constant;
import dev.limbeck.codegen.Expression.Literal;
import dev.limbeck.codegen.Expression.Own;
import dev.limbeck.hook.JavaExpression;
import dev.limbeck.model.ArrayType;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.NativeType;
import dev.limbeck.model.ScalarType;
import dev.limbeck.model.ScalarType.Kind;
import dev.limbeck.model.Types;
import dev.limbeck.model.VariantType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Column types as calls of {@link Types}, or as a project writes them itself. */
final class TypeForm implements ColumnType.Visitor<Expression> {
  private static final ClassName TYPES = ClassName.get(Types.class);
  private static final ClassName MAP = ClassName.get(Map.class);
  private static final int VARIANTS_IN_A_CALL = 2;

  private final Function<ColumnType, @Nullable JavaExpression> own;

  /**
   * @param own how a project writes a type itself; null for the usual way
   */
  TypeForm(Function<ColumnType, @Nullable JavaExpression> own) {
    this.own = requireNonNull(own, "own");
  }

  Expression of(ColumnType type) {
    JavaExpression written = own.apply(type);
    return written == null ? type.accept(this) : new Own(written);
  }

  /** A factory of {@link Types}, and with how many numbers it can be called. */
  private record Factory(String name, Set<Integer> numbers) {
    static Factory of(String name, Integer... numbers) {
      return new Factory(name, Set.of(numbers));
    }
  }

  private static Factory factory(Kind kind) {
    return switch (kind) {
      case BOOLEAN -> Factory.of("bool", 0);
      case TINYINT -> Factory.of("tinyint", 0);
      case SMALLINT -> Factory.of("smallint", 0);
      case INTEGER -> Factory.of("integer", 0);
      case BIGINT -> Factory.of("bigint", 0);
      case FLOAT -> Factory.of("floating", 1);
      case REAL -> Factory.of("real", 0);
      case DOUBLE -> Factory.of("doublePrecision", 0);
      case NUMERIC -> Factory.of("numeric", 0, 1, 2);
      case DECIMAL -> Factory.of("decimal", 0, 1, 2);
      case CHAR -> Factory.of("character", 1);
      case VARCHAR -> Factory.of("varchar", 0, 1);
      case NCHAR -> Factory.of("ncharacter", 1);
      case NVARCHAR -> Factory.of("nvarchar", 1);
      case TEXT -> Factory.of("text", 0);
      case NTEXT -> Factory.of("ntext", 0);
      case CLOB -> Factory.of("clob", 0);
      case NCLOB -> Factory.of("nclob", 0);
      case BINARY -> Factory.of("binary", 1);
      case VARBINARY -> Factory.of("varbinary", 0, 1);
      case BYTES -> Factory.of("bytes", 0);
      case BLOB -> Factory.of("blob", 0);
      case DATE -> Factory.of("date", 0);
      case TIME -> Factory.of("time", 0, 1);
      case TIME_TZ -> Factory.of("timeTz", 1);
      case TIME_UTC -> Factory.of("timeUtc", 1);
      case TIMESTAMP -> Factory.of("timestamp", 0, 1);
      case TIMESTAMP_TZ -> Factory.of("timestampTz", 0, 1);
      case TIMESTAMP_UTC -> Factory.of("timestampUtc", 1);
      case INTERVAL -> Factory.of("interval", 2);
      case UUID -> Factory.of("uuid", 0);
      case JSON -> Factory.of("json", 0);
      case XML -> Factory.of("xml", 0);
      case INET -> Factory.of("inet", 0);
      case GEOMETRY -> Factory.of("geometry", 0);
      case GEOGRAPHY -> Factory.of("geography", 0);
    };
  }

  @Override
  public Expression scalar(ScalarType type) {
    List<Expression> numbers = new ArrayList<>();
    if (type.length() != null) {
      numbers.add(new Literal(type.length().toString()));
    }
    if (type.scale() != null) {
      numbers.add(new Literal(type.scale().toString()));
    }
    Factory factory = factory(type.kind());
    if (factory.numbers().contains(numbers.size())) {
      return imported(factory.name(), numbers);
    }
    List<Expression> arguments = new ArrayList<>();
    arguments.add(new Constant(ClassName.get(Kind.class), "." + type.kind().name()));
    if (!numbers.isEmpty()) {
      arguments.add(new Literal(String.valueOf(type.length())));
      arguments.add(new Literal(String.valueOf(type.scale())));
    }
    return imported("scalar", arguments);
  }

  @Override
  public Expression array(ArrayType type) {
    return Calls.imported(TYPES, "array", of(type.element()));
  }

  @Override
  public Expression named(NamedType type) {
    return Calls.imported(TYPES, "named", JavaString.name(type.name().toString()));
  }

  @Override
  public Expression nativeType(NativeType type) {
    return Calls.imported(TYPES, "nativeType", JavaString.sql(type.sql()));
  }

  @Override
  public Expression variant(VariantType type) {
    List<Expression> arguments = new ArrayList<>();
    arguments.add(of(type.otherwise()));
    Map<String, ColumnType> byDialect = new TreeMap<>(type.byDialect());
    if (byDialect.size() <= VARIANTS_IN_A_CALL) {
      byDialect.forEach(
          (dialect, there) -> {
            arguments.add(JavaString.name(dialect));
            arguments.add(of(there));
          });
    } else {
      List<Expression> entries = new ArrayList<>();
      byDialect.forEach(
          (dialect, there) ->
              entries.add(Calls.of(MAP, "entry", JavaString.name(dialect), of(there))));
      arguments.add(Calls.of(MAP, "ofEntries", entries));
    }
    return imported("varying", arguments);
  }

  private static Expression imported(String method, List<Expression> arguments) {
    return Calls.imported(TYPES, method, arguments.toArray(Expression[]::new));
  }
}
