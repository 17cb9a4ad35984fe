package dev.limbeck.source;

import dev.limbeck.migration.Revision;
import dev.limbeck.source.JavaToken.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header of a revision from its source: the literals of the annotation, the name of the
 * class and, where the annotation has no message, the first sentence of the class comment. Nothing
 * is compiled.
 */
final class HeaderReader {
  private static final String ANNOTATION = Revision.class.getName();
  private static final String SIMPLE = Revision.class.getSimpleName();
  private static final Set<String> TYPES = Set.of("class", "interface", "enum", "record");
  private static final Set<String> MEMBERS =
      Set.of("id", "revises", "dependsOn", "branchLabels", "replaces", "created", "message");

  private final JavaTokenizer tokens;
  private final String origin;
  private JavaToken token;
  private String packageName = "";
  private boolean otherAnnotation;
  private int consumed;
  private @Nullable AnnotationPlaces places;

  private HeaderReader(String source, String origin) throws JavaSyntaxException {
    this.tokens = new JavaTokenizer(source);
    this.origin = origin;
    this.token = tokens.next();
  }

  /**
   * The header, or null where no class of the file is a revision.
   *
   * @throws JavaSyntaxException where the file holds a revision that cannot be read
   */
  static @Nullable RevisionHeader read(String source, String origin) throws JavaSyntaxException {
    return source.contains(SIMPLE) ? new HeaderReader(source, origin).header() : null;
  }

  /**
   * Where the values of the annotation stand.
   *
   * @throws JavaSyntaxException where the file holds no revision, or one that cannot be read
   */
  static AnnotationPlaces places(String source, String origin) throws JavaSyntaxException {
    HeaderReader reader = new HeaderReader(source, origin);
    AnnotationPlaces places = reader.header() == null ? null : reader.places;
    if (places == null) {
      throw new JavaSyntaxException(1, "the file holds no revision");
    }
    return places;
  }

  private @Nullable RevisionHeader header() throws JavaSyntaxException {
    String comment = "";
    Map<String, List<String>> members = null;
    int line = 0;
    while (token.kind() != Kind.END) {
      if (token.kind() == Kind.DOC_COMMENT) {
        comment = token.text();
        advance();
      } else if (token.is("package")) {
        advance();
        packageName = qualifiedName();
      } else if (token.is("import")) {
        readImport();
      } else if (token.is("@")) {
        line = token.line();
        advance();
        if (!token.is("interface")) {
          Map<String, List<String>> read = annotation();
          members = read == null ? members : read;
        }
      } else if (token.kind() == Kind.WORD && TYPES.contains(token.text())) {
        advance();
        if (members != null) {
          return header(members, token.text(), comment, line);
        }
        comment = "";
        skipBody();
      } else {
        advance();
      }
    }
    return null;
  }

  private RevisionHeader header(
      Map<String, List<String>> members, String className, String comment, int line)
      throws JavaSyntaxException {
    String id = one(members, "id");
    if (id.isBlank()) {
      throw new JavaSyntaxException(line, "@Revision has no id");
    }
    String message = one(members, "message");
    return new RevisionHeader(
        id,
        members.getOrDefault("revises", List.of()),
        members.getOrDefault("dependsOn", List.of()),
        members.getOrDefault("branchLabels", List.of()),
        members.getOrDefault("replaces", List.of()),
        one(members, "created"),
        message.isEmpty() ? DocSentence.of(comment) : message,
        packageName.isEmpty() ? className : packageName + "." + className,
        origin);
  }

  private static String one(Map<String, List<String>> members, String name) {
    return String.join(" ", members.getOrDefault(name, List.of()));
  }

  private void advance() throws JavaSyntaxException {
    consumed = token.end();
    token = tokens.next();
  }

  private String qualifiedName() throws JavaSyntaxException {
    StringBuilder name = new StringBuilder();
    while (token.kind() == Kind.WORD || token.is(".") || token.is("*")) {
      name.append(token.text());
      advance();
      boolean ended = !token.is(".") && name.charAt(name.length() - 1) != '.';
      if (ended) {
        break;
      }
    }
    return name.toString();
  }

  private void readImport() throws JavaSyntaxException {
    advance();
    String name = qualifiedName();
    if (name.endsWith("." + SIMPLE) && !name.equals(ANNOTATION)) {
      otherAnnotation = true;
    }
  }

  /** The members of the annotation where it is that of a revision, else null. */
  private @Nullable Map<String, List<String>> annotation() throws JavaSyntaxException {
    String name = qualifiedName();
    boolean ours = name.equals(ANNOTATION) || name.equals(SIMPLE) && !otherAnnotation;
    if (!ours) {
      if (token.is("(")) {
        skip("(", ")");
      }
      return null;
    }
    Map<String, List<String>> members = new HashMap<>();
    if (!token.is("(")) {
      return members;
    }
    int open = token.end();
    advance();
    List<AnnotationPlaces.Member> found = new ArrayList<>();
    while (!token.is(")")) {
      int start = token.start();
      String member = token.text();
      if (token.kind() != Kind.WORD || !MEMBERS.contains(member)) {
        throw unexpected("a member of @Revision");
      }
      advance();
      expect("=");
      int valueStart = token.start();
      List<AnnotationPlaces.Value> values = values();
      found.add(new AnnotationPlaces.Member(member, start, valueStart, consumed, values));
      members.put(member, values.stream().map(AnnotationPlaces.Value::value).toList());
      if (!token.is(")")) {
        expect(",");
      }
    }
    places = new AnnotationPlaces(open, found);
    advance();
    return members;
  }

  private List<AnnotationPlaces.Value> values() throws JavaSyntaxException {
    if (!token.is("{")) {
      return List.of(value());
    }
    advance();
    List<AnnotationPlaces.Value> values = new ArrayList<>();
    while (!token.is("}")) {
      values.add(value());
      if (!token.is("}")) {
        expect(",");
      }
    }
    advance();
    return values;
  }

  private AnnotationPlaces.Value value() throws JavaSyntaxException {
    int start = token.start();
    String text = text();
    return new AnnotationPlaces.Value(text, start, consumed);
  }

  private String text() throws JavaSyntaxException {
    StringBuilder text = new StringBuilder(term());
    while (token.is("+")) {
      advance();
      text.append(term());
    }
    return text.toString();
  }

  private String term() throws JavaSyntaxException {
    if (token.is("(")) {
      advance();
      String inside = text();
      expect(")");
      return inside;
    }
    if (token.kind() != Kind.STRING) {
      throw unexpected("a string literal");
    }
    String value = token.text();
    advance();
    return value;
  }

  private void expect(String symbol) throws JavaSyntaxException {
    if (!token.is(symbol)) {
      throw unexpected("\"" + symbol + "\"");
    }
    advance();
  }

  private JavaSyntaxException unexpected(String expected) {
    return new JavaSyntaxException(
        token.line(),
        "@Revision takes literals only: expected "
            + expected
            + ", found "
            + (token.kind() == Kind.END ? "the end of the file" : token.text()));
  }

  private void skipBody() throws JavaSyntaxException {
    while (!token.is("{") && token.kind() != Kind.END) {
      advance();
    }
    skip("{", "}");
  }

  /** Passes over what stands between two symbols, the first of which is the present token. */
  private void skip(String open, String close) throws JavaSyntaxException {
    int depth = 0;
    do {
      if (token.is(open)) {
        depth++;
      } else if (token.is(close)) {
        depth--;
      }
      advance();
    } while (depth > 0 && token.kind() != Kind.END);
  }
}
