package dev.limbeck.codegen;

import static java.util.Objects.requireNonNull;

import com.palantir.javapoet.ClassName;
import dev.limbeck.hook.JavaExpression;
import java.util.ArrayList;
import java.util.List;

/** A Java expression, as far as revisions need them. */
sealed interface Expression
    permits Calls,
        Expression.Literal,
        Expression.Constant,
        Expression.ImportedConstant,
        Expression.TextBlock,
        Expression.Own,
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

  /** An expression that a project writes itself. */
  record Own(JavaExpression expression) implements Expression {
    private static final String STATIC = "static ";

    @Override
    public int width() {
      return expression.code().length();
    }

    @Override
    public Cost cost() {
      return new Cost(3, 4);
    }

    /** A name that is imported is given to the imports, unless a dot stands before it. */
    @Override
    public void write(SourceText out, int indent, int tail) {
      String code = expression.code();
      int at = 0;
      char quote = 0;
      while (at < code.length()) {
        char c = code.charAt(at);
        int end = at + 1;
        if (quote != 0) {
          end += c == '\\' && end < code.length() ? 1 : 0;
          quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
          quote = c;
        } else if (Character.isJavaIdentifierStart(c)) {
          while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
          }
        }
        String word = code.substring(at, end);
        boolean member = at > 0 && code.charAt(at - 1) == '.';
        if (member || quote != 0 || !written(out, word)) {
          out.text(word);
        }
        at = end;
      }
    }

    private boolean written(SourceText out, String word) {
      for (String each : expression.imports()) {
        boolean member = each.startsWith(STATIC);
        String name = member ? each.substring(STATIC.length()).strip() : each;
        int dot = name.lastIndexOf('.');
        if (name.substring(dot + 1).equals(word)) {
          if (member) {
            out.imported(type(name.substring(0, dot)), word);
          } else {
            out.type(type(name));
          }
          return true;
        }
      }
      return false;
    }

    private static ClassName type(String name) {
      int dot = name.lastIndexOf('.');
      return name.chars().anyMatch(Character::isUpperCase)
          ? ClassName.bestGuess(name)
          : ClassName.get(name.substring(0, Math.max(0, dot)), name.substring(dot + 1));
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
