package dev.replenish.plan.add;

import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.text.LineEnding;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The gaps between the blocks of a backlog and after the last one of a group: blank lines, usually
 * with a separator. New blocks are separated in the same way.
 */
public final class SeparatorStyle {
  private static final int LONGEST = 40;

  private final Document backlog;
  private final String usual;

  /** The style of {@code backlog}. */
  public SeparatorStyle(Document backlog) {
    this.backlog = backlog;
    String newLine = backlog.source().lineEnding(LineEnding.LF).text();
    this.usual = newLine + "---" + newLine + newLine;
  }

  /** The last block of {@code group}, a task or a template. */
  Optional<Task> last(Group group) {
    List<Task> blocks = blocks(group);
    return blocks.isEmpty() ? Optional.empty() : Optional.of(blocks.get(blocks.size() - 1));
  }

  /** The gap after the last block of {@code group}; empty if other text follows. */
  Optional<String> tail(Group group) {
    return last(group).flatMap(last -> gap(last.block().to(), group.position().end()));
  }

  /** The usual gap after the last block of a group. */
  String tail() {
    return sound().map(this::tail).flatMap(Optional::stream).findFirst().orElse(usual);
  }

  /** The usual gap between two blocks. */
  public String between() {
    return sound().map(this::between).flatMap(Optional::stream).findFirst().orElse(usual);
  }

  static boolean hasSeparator(String gap) {
    return !gap.isBlank();
  }

  private Stream<Group> sound() {
    return backlog.groups().stream().filter(Group::isSound);
  }

  private Optional<String> between(Group group) {
    List<Task> blocks = blocks(group);
    for (int i = 1; i < blocks.size(); i++) {
      Optional<String> gap = gap(blocks.get(i - 1).block().to(), blocks.get(i).block().from());
      if (gap.isPresent()) {
        return gap;
      }
    }
    return Optional.empty();
  }

  private List<Task> blocks(Group group) {
    List<Task> blocks = new ArrayList<>(group.tasks());
    Span span = new Span(group.marker().to(), group.position().end());
    backlog.blocks().templates().stream()
        .filter(template -> span.contains(template.block()))
        .forEach(blocks::add);
    blocks.sort(Comparator.comparingInt(task -> task.block().from()));
    return blocks;
  }

  private Optional<String> gap(int from, int to) {
    if (to - from > LONGEST) {
      return Optional.empty();
    }
    String text = backlog.source().text(new Span(from, to));
    String words = text.strip();
    boolean separator = words.length() >= 3 && words.chars().allMatch(c -> c == '-');
    return text.isBlank() || separator ? Optional.of(text) : Optional.empty();
  }
}
