package dev.replenish.plan;

import dev.replenish.board.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment that records which tasks left a section and when (docs/reference/moving.md). A section
 * without markers has a single comment, which is extended: {@code <!-- Tasks A, B moved to TODO.md
 * on 2026-02-04; C on 2026-02-05 -->}.
 *
 * @param moves the tasks that left on each day
 * @param todo the file that they went to
 * @param form the note on the form of the tasks; "" if there is none
 */
public record AuditComment(List<Move> moves, String todo, String form) {
  private static final String DAY = "\\d{4}-\\d\\d-\\d\\d";

  /** Possessive, so that even thousands of names need no deep stack. */
  private static final String NAMES = "%1$s(?:, %1$s)*+".formatted("(?:[^\\s,]|,(?! ))++");

  private static final Pattern COMMENT =
      Pattern.compile(
          "<!-- Tasks? (%2$s) moved to (\\S+) on (%1$s)((?:; %2$s on %1$s)*+)((?: \\([^()]*\\))*+) -->"
              .formatted(DAY, NAMES));
  private static final Pattern MORE = Pattern.compile("; (%s) on (%s)".formatted(NAMES, DAY));
  private static final int LONGEST = 100_000;

  /** The tasks that left on one day. */
  public record Move(List<String> names, String day) {

    public Move {
      names = List.copyOf(names);
    }
  }

  public AuditComment {
    moves = List.copyOf(moves);
  }

  /** The comment on {@code line}, if it is an audit comment that can be extended. */
  public static Optional<AuditComment> of(String line) {
    Matcher comment = COMMENT.matcher(line.strip());
    if (line.length() > LONGEST || !comment.matches()) {
      return Optional.empty();
    }
    List<Move> moves = new ArrayList<>();
    moves.add(new Move(List.of(comment.group(1).split(", ")), comment.group(3)));
    for (Matcher more = MORE.matcher(comment.group(4)); more.find(); ) {
      moves.add(new Move(List.of(more.group(1).split(", ")), more.group(2)));
    }
    return Optional.of(new AuditComment(moves, comment.group(2), comment.group(5)));
  }

  /** Whether {@code text} is a single audit comment on one line. */
  static boolean isOne(String text) {
    return text.startsWith("<!-- Task")
        && text.lines().count() == 1
        && text.indexOf("-->") == text.length() - 3;
  }

  /** Whether {@code now} is a comment that records all moves of {@code before}. */
  static boolean grows(String before, String now) {
    Optional<AuditComment> old = of(before);
    Optional<AuditComment> grown = isOne(now) ? of(now) : Optional.empty();
    return old.isPresent()
        && grown.isPresent()
        && old.get().moves().stream().allMatch(move -> grown.get().isAbout(move.names()));
  }

  /** This comment with the moves of {@code next}; empty if one comment can't record both. */
  public Optional<AuditComment> and(AuditComment next) {
    boolean alike = form.isEmpty() || next.form.isEmpty() || form.equals(next.form);
    if (!todo.equals(next.todo) || !alike) {
      return Optional.empty();
    }
    List<Move> all = new ArrayList<>(moves);
    for (Move move : next.moves) {
      Move last = all.get(all.size() - 1);
      if (last.day.equals(move.day)) {
        List<String> names = new ArrayList<>(last.names);
        names.addAll(move.names);
        all.set(all.size() - 1, new Move(names, move.day));
      } else {
        all.add(move);
      }
    }
    return Optional.of(new AuditComment(all, todo, form.isEmpty() ? next.form : form));
  }

  /** Whether one of its moves has all of {@code names}. */
  public boolean isAbout(List<String> names) {
    return moves.stream().anyMatch(move -> move.names.containsAll(names));
  }

  /** This comment without the last move of {@code names}; empty if no move is left. */
  public Optional<AuditComment> without(List<String> names) {
    List<Move> left = new ArrayList<>(moves);
    for (int i = left.size() - 1; i >= 0; i--) {
      Move move = left.get(i);
      if (move.names.containsAll(names)) {
        List<String> others = new ArrayList<>(move.names);
        names.forEach(others::remove);
        left.remove(i);
        if (!others.isEmpty()) {
          left.add(i, new Move(others, move.day));
        }
        break;
      }
    }
    return left.isEmpty() ? Optional.empty() : Optional.of(new AuditComment(left, todo, form));
  }

  /** The text of the comment. */
  public String text() {
    int count = 0;
    for (Move move : moves) {
      count += move.names.size();
    }
    StringBuilder text = new StringBuilder(count == 1 ? "<!-- Task " : "<!-- Tasks ");
    String gap = "";
    for (Move move : moves) {
      text.append(gap).append(String.join(", ", move.names));
      text.append(gap.isEmpty() ? " moved to " + todo : "").append(" on ").append(move.day);
      gap = "; ";
    }
    return text.append(form).append(" -->").toString();
  }

  /** The names of {@code tasks} for comments and trailers. */
  public static List<String> names(List<Task> tasks) {
    List<String> names = new ArrayList<>();
    for (Task task : tasks) {
      names.add(task.name());
    }
    return names;
  }
}
