package dev.limbeck.codegen;

import static java.util.Objects.requireNonNull;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.List;

/** A Java expression, as far as revisions need them. */
sealed interface Expression
    permits Calls,
        Expression.Literal,
        Expression.Constant,
        Expression.ImportedConstant,
        Expression.TextBlock,
        Expression.Lambda {

  /** The width of an expression that stands on one line; -1 for one that cannot. */
  int width();

  /** The room that it takes. */
  Cost cost();

  /**
   * Writes it.
   *
   * @param indent where its line began, which its further lines start from
   * @param tail how many characters have to follow on its last line
   */
  void write(SourceText out, int indent, int tail);

  /** A word or literal. */
  record Literal(String text) implements Expression {
    public Literal {
      requireNonNull(text, "text");
    }

    @Override
    public int width() {
      return text.length();
    }

    /** Strings and numbers are constants; words are not. */
    @Override
    public Cost cost() {
      return new Cost(3, Character.isLetter(text.charAt(0)) ? 0 : 2);
    }

    @Override
    public void write(SourceText out, int indent, int tail) {
      out.text(text);
    }
  }

  /** A type, or a constant of one: {@code Kind.FLOAT}. */
  record Constant(ClassName owner, String suffix) implements Expression {
    static Constant type(ClassName owner) {
      return new Constant(owner, "");
    }

    @Override
    public int width() {
      return SourceText.width(owner) + suffix.length();
    }

    @Override
    public Cost cost() {
      return new Cost(3, 4);
    }

    @Override
    public void write(SourceText out, int indent, int tail) {
      out.type(owner).text(suffix);
    }
  }

  /** A constant that is imported statically. */
  record ImportedConstant(ClassName owner, String name) implements Expression {
    @Override
    public int width() {
      return name.length();
    }

    @Override
    public Cost cost() {
      return new Cost(3, 4);
    }

    @Override
    public void write(SourceText out, int indent, int tail) {
      out.imported(owner, name);
    }
  }

  /**
   * A text block.
   *
   * @param lines its lines, escaped; the last one is empty where the text ends in a line break
   */
  record TextBlock(List<String> lines) implements Expression {
    public TextBlock {
      lines = List.copyOf(lines);
    }

    @Override
    public int width() {
      return -1;
    }

    @Override
    public Cost cost() {
      return new Cost(3, 2);
    }

    @Override
    public void write(SourceText out, int indent, int tail) {
      out.text("\"\"\"");
      for (String line : lines) {
        out.newline(indent).text(line);
      }
      out.text("\"\"\"");
    }
  }

  /**
   * A lambda with a block for a body.
   *
   * @param parameterType the type of its parameter, which is not written
   * @param parameter its parameter
   * @param body its statements
   */
  record Lambda(ClassName parameterType, String parameter, List<Statement> body)
      implements Expression {
    public Lambda {
      body = List.copyOf(body);
    }

    Lambda withBody(List<Statement> value) {
      return new Lambda(parameterType, parameter, value);
    }

    @Override
    public int width() {
      return -1;
    }

    /** The code of the body is a method of its own; its constants belong to the same class. */
    @Override
    public Cost cost() {
      return new Cost(8, 8 + Statement.cost(body).constants());
    }

    @Override
    public void write(SourceText out, int indent, int tail) {
      out.text(parameter).text(" -> {");
      for (Statement statement : body) {
        out.newline(indent + 2);
        statement.write(out, indent + 2);
      }
      out.newline(indent).text("}");
    }
  }

  /** The expressions made of these texts, each a string literal. */
  static List<Expression> strings(List<?> values) {
    List<Expression> literals = new ArrayList<>();
    values.forEach(value -> literals.add(JavaString.name(value.toString())));
    return literals;
  }
}
