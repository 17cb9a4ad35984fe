package dev.limbeck.source;

import dev.limbeck.LimbeckException;
import dev.limbeck.source.JavaToken.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The calls of {@code op.run(…)} in the source of a revision, as they are written. */
public final class RunCalls {
  private static final Set<String> TYPES = Set.of("class", "interface", "enum", "record");
  private static final Set<String> OWN = Set.of("upgrade", "downgrade");
  private static final Set<String> OPENING = Set.of("(", "{", "[");
  private static final Set<String> CLOSING = Set.of(")", "}", "]");

  private final String source;
  private final List<JavaToken> tokens = new ArrayList<>();

  private RunCalls(String source) throws JavaSyntaxException {
    this.source = source;
    JavaTokenizer tokenizer = new JavaTokenizer(source);
    for (JavaToken token = tokenizer.next(); token.kind() != Kind.END; token = tokenizer.next()) {
      if (token.kind() != Kind.DOC_COMMENT) {
        tokens.add(token);
      }
    }
  }

  /**
   * A call.
   *
   * @param line the line of its parenthesis
   * @param description its first argument where that is a literal, else empty
   * @param arguments what stands in the parentheses
   * @param imports what the arguments need of the file's imports
   * @param members the members of the file's classes that the arguments name
   */
  public record RunCall(
      int line, String description, String arguments, List<String> imports, List<String> members) {
    public RunCall {
      imports = List.copyOf(imports);
      members = List.copyOf(members);
    }
  }

  /**
   * The calls, in their order.
   *
   * @param origin what the source is called in an error
   * @throws LimbeckException LMB-201 where it cannot be read
   */
  public static List<RunCall> in(String source, String origin) {
    try {
      return new RunCalls(source).calls();
    } catch (JavaSyntaxException e) {
      throw new LimbeckException(
          "LMB-201",
          "A file cannot be read as a revision.\n  "
              + origin
              + ":"
              + e.line()
              + "   "
              + e.getMessage(),
          e);
    }
  }

  private List<RunCall> calls() {
    Set<String> members = members();
    List<String> imports = imports();
    List<RunCall> calls = new ArrayList<>();
    for (int i = 1; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).is("run") && tokens.get(i - 1).is(".") && tokens.get(i + 1).is("(")) {
        calls.add(call(i + 1, imports, members));
      }
    }
    return calls;
  }

  private RunCall call(int open, List<String> imports, Set<String> members) {
    int close = closing(open);
    Set<String> words = new HashSet<>();
    Set<String> named = new TreeSet<>();
    for (int i = open + 1; i < close; i++) {
      JavaToken token = tokens.get(i);
      if (token.kind() == Kind.WORD && !tokens.get(i - 1).is(".")) {
        words.add(token.text());
        if (members.contains(token.text())) {
          named.add(token.text());
        }
      }
    }
    JavaToken first = tokens.get(open + 1);
    boolean literal = first.kind() == Kind.STRING && tokens.get(open + 2).is(",");
    return new RunCall(
        tokens.get(open).line(),
        literal ? first.text() : "",
        source.substring(first.start(), tokens.get(close - 1).end()).replace("\r\n", "\n"),
        imports.stream()
            .filter(each -> each.endsWith(".*") || words.contains(simpleName(each)))
            .toList(),
        List.copyOf(named));
  }

  private int closing(int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      if (isAny(tokens.get(i), OPENING)) {
        depth++;
      } else if (isAny(tokens.get(i), CLOSING)) {
        depth--;
        if (depth == 0) {
          return i;
        }
      }
    }
    return tokens.size() - 1;
  }

  private static boolean isAny(JavaToken token, Set<String> symbols) {
    return token.kind() == Kind.SYMBOL && symbols.contains(token.text());
  }

  private static String simpleName(String imported) {
    return imported.substring(imported.lastIndexOf('.') + 1);
  }

  private List<String> imports() {
    List<String> imports = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is("import")) {
        StringBuilder name = new StringBuilder();
        for (i++; i < tokens.size() && !tokens.get(i).is(";"); i++) {
          name.append(tokens.get(i).text()).append(tokens.get(i).is("static") ? " " : "");
        }
        imports.add(name.toString());
      }
    }
    return imports;
  }

  /** The names of the file's types, and of what stands right in their bodies. */
  private Set<String> members() {
    Set<String> members = new HashSet<>();
    int depth = 0;
    for (int i = 1; i + 1 < tokens.size(); i++) {
      JavaToken token = tokens.get(i);
      JavaToken before = tokens.get(i - 1);
      JavaToken next = tokens.get(i + 1);
      if (isAny(token, OPENING)) {
        depth++;
      } else if (isAny(token, CLOSING)) {
        depth--;
      } else if (token.kind() == Kind.WORD && before.kind() == Kind.WORD) {
        boolean type = TYPES.contains(before.text());
        boolean declared =
            depth == 1 && (next.is("(") || next.is("=") || next.is(";") || next.is(","));
        if (type || declared && !OWN.contains(token.text())) {
          members.add(token.text());
        }
      } else if (depth == 1 && token.kind() == Kind.WORD && before.kind() == Kind.SYMBOL) {
        // Behind a type that ends in a bracket: List<String> names = …, int[] sizes;
        boolean ended = before.is(">") || before.is("]") || before.is(",");
        if (ended && (next.is("(") || next.is("=") || next.is(";"))) {
          members.add(token.text());
        }
      }
    }
    return members;
  }
}
