package dev.replenish.plan.add;

import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.Group;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Task;
import dev.replenish.board.TaskDefect;
import dev.replenish.plan.Neighbours;
import dev.replenish.text.LineEnding;
import dev.replenish.text.Location;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes blocks at the end of their groups (docs/reference/adding.md). */
public final class GroupPlacement {
  private final Document backlog;
  private final SourceText source;
  private final SeparatorStyle gaps;
  private final String newLine;

  /** A placement in {@code backlog}. */
  public GroupPlacement(Document backlog) {
    this.backlog = backlog;
    this.source = backlog.source();
    this.gaps = new SeparatorStyle(backlog);
    this.newLine = source.lineEnding(LineEnding.LF).text();
  }

  /** The edits that write {@code blocks}, each ended by a line break, into their groups. */
  public List<Replacement> edits(Map<GroupKey, List<String>> blocks) {
    List<Replacement> edits = new ArrayList<>();
    blocks.forEach(
        (key, added) ->
            edits.add(
                group(key).map(group -> into(group, added)).orElseGet(() -> groupFor(key, added))));
    edits.forEach(edit -> requireVisible(edit.span().from()));
    return edits;
  }

  /** The first sound group with {@code key} that holds tasks, else the first sound one. */
  private Optional<Group> group(GroupKey key) {
    List<Group> all = backlog.groups().stream().filter(key::isOf).toList();
    List<Group> sound = all.stream().filter(Group::isSound).toList();
    if (sound.isEmpty() && !all.isEmpty()) {
      throw refusal(
          source.location(all.get(0).marker().from()),
          "the group " + all.get(0).label() + " is damaged: nothing can be added to it");
    }
    return sound.stream()
        .filter(group -> !group.tasks().isEmpty())
        .findFirst()
        .or(() -> sound.stream().findFirst());
  }

  /**
   * Inserts after the last block, separated as that one is; else right before the end of the group.
   */
  private Replacement into(Group group, List<String> blocks) {
    Optional<String> tail = gaps.tail(group);
    if (tail.isPresent() && SeparatorStyle.hasSeparator(tail.get())) {
      String gap = tail.get();
      return Replacement.insert(group.position().end(), String.join(gap, blocks) + gap);
    }
    if (tail.isPresent()) {
      String gap = gaps.between();
      int end = gaps.last(group).orElseThrow().block().to();
      return Replacement.insert(end, gap + String.join(gap, blocks));
    }
    boolean apart = new Neighbours(source, group.position().end()).blankBefore();
    return Replacement.insert(group.position().end(), (apart ? "" : newLine) + inGroup(blocks));
  }

  private String inGroup(List<String> blocks) {
    String tail = gaps.tail();
    String between = SeparatorStyle.hasSeparator(tail) ? tail : gaps.between();
    return String.join(between, blocks) + tail;
  }

  /** Inserts a new group in order of priority. */
  private Replacement groupFor(GroupKey key, List<String> blocks) {
    String group =
        ("## group_begin " + key.label() + newLine + newLine)
            + (inGroup(blocks) + "## group_end" + newLine);
    List<Group> ranked =
        backlog.groups().stream().filter(each -> each.priority().isPresent()).toList();
    Optional<Group> above =
        ranked.stream()
            .filter(each -> each.priority().get().compareTo(key.priority()) <= 0)
            .reduce((first, second) -> second);
    if (above.isPresent()) {
      return after(after(above.get()), group);
    }
    return ranked.stream()
        .findFirst()
        .map(first -> before(first, group))
        .orElseGet(() -> after(new Neighbours(source, source.length()), group));
  }

  /** The place after the group and its end marker. */
  private Neighbours after(Group group) {
    Neighbours end = new Neighbours(source, group.position().end());
    Span line = new Span(end.offset(), end.nextLine().offset());
    return source.text(line).contains("group_end") ? end.nextLine() : end;
  }

  private Replacement after(Neighbours place, String group) {
    StringBuilder text = new StringBuilder(place.atLineStart() ? "" : newLine);
    boolean separated = place.separatorFollows();
    text.append(place.atLineStart() && place.blankBefore() ? "" : newLine);
    text.append(separated ? "---" + newLine + newLine : "").append(group);
    text.append(place.blankAfter() ? "" : newLine);
    if (!place.atLineStart()) { // the file still has no final line break
      text.setLength(text.length() - newLine.length());
    }
    return Replacement.insert(place.offset(), text.toString());
  }

  private Replacement before(Group first, String group) {
    Neighbours place = new Neighbours(source, first.marker().from());
    String apart = place.blankBefore() ? "" : newLine;
    return Replacement.insert(place.offset(), apart + group + newLine);
  }

  /** Refuses a place that an unclosed comment, fence or task would hide. */
  private void requireVisible(int offset) {
    for (Finding finding : backlog.findings()) {
      boolean hides = finding.code() == FindingCode.UNCLOSED_BLOCK;
      if (hides && source.lineOf(offset) > finding.where().line()) {
        throw refusal(finding.where(), finding.message() + ": a new task would be hidden too");
      }
    }
    List<Task> blocks = new ArrayList<>(backlog.tasks());
    blocks.addAll(backlog.blocks().templates());
    for (Task task : blocks) {
      boolean open = task.defects().contains(TaskDefect.DAMAGED);
      if (open && task.block().from() < offset && offset <= task.block().to()) {
        Location where = source.location(task.block().from());
        throw refusal(where, task.name() + " is damaged, and the new group would follow it");
      }
    }
  }

  private static ProblemException refusal(Location where, String message) {
    return new ProblemException(
        ErrorCode.INVALID_DOCUMENT,
        where,
        message,
        "Fix it by hand or with 'replenish check --fix', and commit.");
  }
}
