package dev.replenish.plan.edit;

import dev.replenish.board.Priority;
import dev.replenish.board.Tag;
import dev.replenish.board.Task;
import dev.replenish.plan.add.GroupKey;
import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes another type or priority into the tags of a header (docs/reference/editing.md). */
record TagText(SourceText source, Task task) {

  /** The whole block with the type and priority of {@code key} in its tags. */
  String block(GroupKey key) {
    List<Replacement> edits = new ArrayList<>();
    StringBuilder lacking = new StringBuilder();
    tag("type", key.type(), edits, lacking);
    tag("priority", priority(key.priority()), edits, lacking);
    if (lacking.length() > 0) {
      int at = task.tags().isEmpty() ? task.position().headerEnd() : task.tags().get(0).span().to();
      edits.add(Replacement.insert(at, lacking.toString()));
    }
    byte[] all = Edits.of(source, edits).apply();
    int to = task.block().to() + all.length - source.length();
    int length = to - task.block().from();
    return new String(all, task.block().from(), length, StandardCharsets.UTF_8);
  }

  private void tag(String name, String value, List<Replacement> edits, StringBuilder lacking) {
    Optional<Tag> tag = task.tags().stream().filter(each -> each.is(name)).findFirst();
    if (tag.isEmpty()) {
      lacking.append(Tag.text(name, value));
    } else if (!tag.get().value().equalsIgnoreCase(value)) {
      Span span = tag.get().valueSpan();
      edits.add(Replacement.of(span, value));
    }
  }

  /** The priority in the notation of the header: {@code P1} stays a number. */
  private String priority(Priority priority) {
    String old = task.tag("priority").orElse("");
    if (Priority.parse(old).equals(Optional.of(priority))) {
      return old;
    }
    return old.matches("[pP][0-3]")
        ? old.substring(0, 1) + List.of(Priority.values()).indexOf(priority)
        : priority.word();
  }
}
