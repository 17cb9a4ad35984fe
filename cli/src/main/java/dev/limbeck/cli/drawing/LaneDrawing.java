package dev.limbeck.cli.drawing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Draws revisions in lanes, newest first, as {@code git log --graph} does:
 *
 * <pre>
 * * join            a merge has a line for each parent
 * |\
 * | * theirs
 * * | mine
 * |/
 * * first           an empty line stands below a base where another line begins
 * </pre>
 *
 * <p>Lines of parents are made of {@code | \ /}, those of dependencies of {@code : . '}. Lines that
 * lead to one revision become one as soon as they can; where another lane lies between, the line
 * passes it.
 */
public final class LaneDrawing {

  /** A lane: the line to a revision further below. */
  private record Lane(String target, boolean dotted, int color) {}

  private final IntFunction<UnaryOperator<String>> colors;
  private final Set<String> drawn = new HashSet<>();
  private final List<String> lines = new ArrayList<>();

  /** The lanes from left to right; null where one has ended and none has taken its place. */
  private final List<@Nullable Lane> lanes = new ArrayList<>();

  private int nextColor;

  /** The column in which a line has ended in the last row, or -1. */
  private int endedAt = -1;

  private LaneDrawing(IntFunction<UnaryOperator<String>> colors) {
    this.colors = colors;
  }

  /**
   * The lines of the drawing.
   *
   * @param revisions each before those that it follows or needs
   * @param colors gives a text the color of a number
   */
  public static List<String> lines(
      List<DrawnRevision> revisions, IntFunction<UnaryOperator<String>> colors) {
    LaneDrawing drawing = new LaneDrawing(colors);
    revisions.forEach(revision -> drawing.drawn.add(revision.id()));
    revisions.forEach(drawing::draw);
    return List.copyOf(drawing.lines);
  }

  private void draw(DrawnRevision revision) {
    int column = column(revision.id());
    Lane lane = lanes.get(column);
    int color = lane == null ? 0 : lane.color();
    List<Lane> edges = edges(revision, color);
    Row row = verticals(lanes.size());
    row.put(2 * column, revision.symbol(), color);
    emit(row, revision.text().isEmpty() ? "" : revision.text().get(0));
    lanes.set(column, edges.isEmpty() ? null : edges.get(0));
    revision.text().stream().skip(1).forEach(text -> emit(verticals(lanes.size()), text));
    boolean separated = revision.text().size() > 1;
    if (edges.isEmpty()) {
      endedAt = separated ? -1 : column;
    }
    for (int i = edges.size() - 1; i > 0; i--) {
      spread(column, edges.get(i));
      separated = true;
    }
    int before = lines.size();
    contract();
    if (!edges.isEmpty() && edges.get(0).dotted() && !separated && lines.size() == before) {
      // Else the next revision, right below, would look like a parent.
      emit(verticals(lanes.size()), "");
    }
  }

  /** The column of a revision: where a lane leads to it, else a new one on the right. */
  private int column(String id) {
    for (int i = 0; i < lanes.size(); i++) {
      Lane lane = lanes.get(i);
      if (lane != null && lane.target().equals(id)) {
        return i;
      }
    }
    int column = lanes.size();
    if (column == endedAt) {
      emit(verticals(lanes.size()), "");
    }
    lanes.add(new Lane(id, false, nextColor++));
    return column;
  }

  private List<Lane> edges(DrawnRevision revision, int color) {
    List<Lane> edges = new ArrayList<>();
    Stream.concat(
            revision.parents().stream().map(parent -> new Lane(parent, false, 0)),
            revision.dependencies().stream().map(needed -> new Lane(needed, true, 0)))
        .filter(edge -> drawn.contains(edge.target()))
        .forEach(
            edge ->
                edges.add(
                    new Lane(edge.target(), edge.dotted(), edges.isEmpty() ? color : nextColor++)));
    return edges;
  }

  /** Puts a lane right of a column; those further right make room. */
  private void spread(int column, Lane added) {
    Row row = verticals(column + 1);
    row.put(2 * column + 1, added.dotted() ? '.' : '\\', added.color());
    for (int i = column + 1; i < lanes.size(); i++) {
      diagonal(row, 2 * i + 1, lanes.get(i), '\\');
    }
    lanes.add(column + 1, added);
    emit(row, "");
  }

  /** Fills gaps, and makes one of the lanes that lead to the same revision. */
  private void contract() {
    while (!lanes.isEmpty() && lanes.get(lanes.size() - 1) == null) {
      lanes.remove(lanes.size() - 1);
    }
    int gap = lanes.indexOf(null);
    while (gap >= 0) {
      Row row = verticals(gap);
      shiftLeft(row, gap + 1);
      lanes.remove(gap);
      emit(row, "");
      gap = lanes.indexOf(null);
    }
    for (int right = 1; right < lanes.size(); right++) {
      int left = firstTo(lanes.get(right));
      if (left < right) {
        join(left, right);
        right--;
      }
    }
  }

  private int firstTo(@Nullable Lane wanted) {
    for (int i = 0; i < lanes.size(); i++) {
      Lane lane = lanes.get(i);
      if (lane != null && wanted != null && lane.target().equals(wanted.target())) {
        return i;
      }
    }
    return lanes.size();
  }

  /** Leads a lane to one on its left, a column in each row. */
  private void join(int left, int right) {
    Lane joining = lanes.get(right);
    for (int at = right; at > left; at--) {
      Row row = verticals(at == right ? right : lanes.size());
      diagonal(row, 2 * at - 1, joining, '/');
      if (at == right) {
        shiftLeft(row, right + 1);
        lanes.remove(right);
      }
      emit(row, "");
    }
    Lane into = lanes.get(left);
    if (into != null && joining != null && into.dotted() && !joining.dotted()) {
      lanes.set(left, new Lane(into.target(), false, into.color()));
    }
  }

  private void shiftLeft(Row row, int from) {
    for (int i = from; i < lanes.size(); i++) {
      diagonal(row, 2 * i - 1, lanes.get(i), '/');
    }
  }

  private static void diagonal(Row row, int position, @Nullable Lane lane, char sign) {
    if (lane != null) {
      char dotted = sign == '/' ? '\'' : '.';
      row.put(position, lane.dotted() ? dotted : sign, lane.color());
    }
  }

  /** A row with the lanes of the first columns going straight down. */
  private Row verticals(int columns) {
    Row row = new Row();
    for (int i = 0; i < columns; i++) {
      Lane lane = lanes.get(i);
      if (lane != null) {
        row.put(2 * i, lane.dotted() ? ':' : '|', lane.color());
      }
    }
    row.width(2 * Math.max(columns, 1) - 1);
    return row;
  }

  private void emit(Row row, String text) {
    endedAt = -1;
    String line = row.text() + (text.isEmpty() ? "" : " " + text);
    lines.add(text.isEmpty() ? line.stripTrailing() : line);
  }

  /** A row of signs, each with its color. */
  private final class Row {
    private final StringBuilder signs = new StringBuilder();
    private final List<Integer> signColors = new ArrayList<>();

    void width(int width) {
      while (signs.length() < width) {
        signs.append(' ');
        signColors.add(0);
      }
    }

    void put(int position, char sign, int color) {
      width(position + 1);
      signs.setCharAt(position, sign);
      signColors.set(position, color);
    }

    String text() {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < signs.length(); i++) {
        String sign = signs.substring(i, i + 1);
        text.append(sign.isBlank() ? sign : colors.apply(signColors.get(i)).apply(sign));
      }
      return text.toString();
    }
  }
}
