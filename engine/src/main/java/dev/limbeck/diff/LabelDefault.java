package dev.limbeck.diff;

import dev.limbeck.model.ArrayType;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.NamedType;
import dev.limbeck.model.SqlExpression;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Defaults of columns whose type the schema itself defines. PostgreSQL spells them with a cast to
 * that type, {@code 'GOLD'::tier}, and cannot be asked about a label that is only to come.
 */
final class LabelDefault {
  private LabelDefault() {}

  /** True where the stored default is the wanted text, cast to the column's type. */
  static boolean same(
      ColumnType type, @Nullable SqlExpression stored, @Nullable SqlExpression wanted) {
    boolean ofSchema =
        type instanceof NamedType
            || type instanceof ArrayType array && array.element() instanceof NamedType;
    if (!ofSchema || stored == null || wanted == null) {
      return false;
    }
    List<SqlToken> have = SqlTokenizer.code(stored.text());
    List<SqlToken> want = SqlTokenizer.code(wanted.text());
    return want.size() == 1
        && have.size() > 2
        && isText(want.get(0))
        && isText(have.get(0))
        && have.get(1).isSymbol("::")
        && have.get(0).value().equals(want.get(0).value());
  }

  private static boolean isText(SqlToken token) {
    return token.kind() == SqlToken.Kind.STRING;
  }
}
