package dev.limbeck.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Java source being laid out: text, types that JavaPoet imports, and the column that the present
 * line has reached.
 *
 * <p>JavaPoet indents each line by the place of the method; lines here begin relative to that.
 */
final class SourceText {
  /** The longest line, as google-java-format has it. */
  static final int WIDTH = 100;

  private final int base;
  private final Set<StaticImport> staticImports;
  private final StringBuilder format = new StringBuilder();
  private final List<Object> types = new ArrayList<>();
  private int column;
  private int pendingIndent;

  /**
   * @param base how far JavaPoet indents the lines
   * @param staticImports takes what is written of static imports
   */
  SourceText(int base, Set<StaticImport> staticImports) {
    this.base = base;
    this.staticImports = staticImports;
  }

  /** A member that is written without its class. */
  record StaticImport(ClassName owner, String member) {}

  /** True when so many characters have room on the present line. */
  boolean fits(int width) {
    return base + Math.max(column, pendingIndent) + width <= WIDTH;
  }

  /** Text without line breaks. */
  SourceText text(String text) {
    if (!text.isEmpty()) {
      indent();
      format.append(text.replace("$", "$$"));
      column += text.length();
    }
    return this;
  }

  /** A type by its name, imported where that can be. */
  SourceText type(ClassName type) {
    indent();
    format.append("$T");
    types.add(type);
    column += width(type);
    return this;
  }

  /** A static member by its name alone. */
  SourceText imported(ClassName owner, String member) {
    staticImports.add(new StaticImport(owner, member));
    return text(member);
  }

  /** Ends the line; the next one, where it is not empty, begins so far in. */
  SourceText newline(int indent) {
    format.append('\n');
    column = 0;
    pendingIndent = indent;
    return this;
  }

  private void indent() {
    format.append(" ".repeat(pendingIndent));
    column += pendingIndent;
    pendingIndent = 0;
  }

  CodeBlock toCode() {
    return CodeBlock.of(format.toString(), types.toArray());
  }

  /** How wide a type's name is when it is imported. */
  static int width(ClassName type) {
    return String.join(".", type.simpleNames()).length();
  }
}
