package dev.limbeck.source;

import dev.limbeck.LimbeckException;
import dev.limbeck.source.AnnotationPlaces.Member;
import dev.limbeck.source.AnnotationPlaces.Value;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Changes a value of {@code @Revision} in a source file; every other character of the file stays.
 *
 * @param source the text of the file
 * @param origin what the file is called in an error
 */
public record HeaderEdit(String source, String origin) {

  /**
   * The text with other parents; the attribute comes and goes with them.
   *
   * @throws LimbeckException LMB-201 where the file cannot be read as a revision
   */
  public String withRevises(List<String> ids) {
    return with("revises", ids);
  }

  /**
   * The text with other dependencies; the attribute comes and goes with them.
   *
   * @throws LimbeckException LMB-201 where the file cannot be read as a revision
   */
  public String withDependsOn(List<String> idsOrLabels) {
    return with("dependsOn", idsOrLabels);
  }

  private String with(String name, List<String> values) {
    AnnotationPlaces places = places();
    Member member = places.member(name);
    if (member == null) {
      return values.isEmpty() ? source : added(places, name, values);
    }
    if (values.isEmpty()) {
      return removed(places, member);
    }
    return member.values().size() == values.size()
        ? replaced(member, values)
        : spliced(member.valueStart(), member.valueEnd(), literal(values));
  }

  private AnnotationPlaces places() {
    try {
      return HeaderReader.places(source, origin);
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

  /** Only the literals that change. */
  private String replaced(Member member, List<String> values) {
    String text = source;
    for (int i = values.size() - 1; i >= 0; i--) {
      Value old = member.values().get(i);
      if (!old.value().equals(values.get(i))) {
        text = text.substring(0, old.start()) + literal(values.get(i)) + text.substring(old.end());
      }
    }
    return text;
  }

  /** Behind the id, laid out as the first member is. */
  private String added(AnnotationPlaces places, String name, List<String> values) {
    Member first = places.members().get(0);
    String space = source.substring(places.open(), first.start());
    Member id = places.member("id");
    int at = (id == null ? first : id).valueEnd();
    return spliced(
        at,
        at,
        "," + (space.isBlank() && !space.isEmpty() ? space : " ") + name + " = " + literal(values));
  }

  /** With the comma and the space that divide it from what comes after it, or else before it. */
  private String removed(AnnotationPlaces places, Member member) {
    int index = places.members().indexOf(member);
    if (index + 1 < places.members().size()) {
      return spliced(member.start(), places.members().get(index + 1).start(), "");
    }
    int before = index == 0 ? places.open() : places.members().get(index - 1).valueEnd();
    return spliced(before, member.valueEnd(), "");
  }

  private String spliced(int from, int to, String text) {
    return source.substring(0, from) + text + source.substring(to);
  }

  private static String literal(List<String> values) {
    return values.size() == 1
        ? literal(values.get(0))
        : values.stream().map(HeaderEdit::literal).collect(Collectors.joining(", ", "{", "}"));
  }

  private static String literal(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
