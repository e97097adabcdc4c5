package dev.replenish.outline.task;

import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.Status;
import dev.replenish.board.StatusAliases;
import dev.replenish.board.StatusSlot;
import dev.replenish.outline.task.FoundTask.Clues;
import dev.replenish.outline.words.Caption;
import dev.replenish.text.SourceBytes;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a team's own words for statuses in a field, in a column, or in brackets behind a title. */
public final class AliasedTask {
  private static final Pattern NOTE = Pattern.compile("\\s*[(\\[]([^()\\[\\]]{1,40})[)\\]]$");

  private AliasedTask() {}

  /** The task with the status of such a word; unchanged if it has none. */
  public static FoundTask of(FoundTask task, SourceText source, StatusAliases aliases) {
    if (aliases.equals(StatusAliases.NONE)) {
      return task;
    }
    Optional<Status> field =
        task.fields().stream()
            .filter(given -> given.label().equals(FieldName.STATUS.label()))
            .map(Field::value)
            .findFirst()
            .flatMap(aliases::of);
    Matcher note = NOTE.matcher(task.header().caption().title());
    Optional<Status> mark = note.find() ? aliases.of(note.group(1)) : Optional.empty();
    if (field.isEmpty() && mark.isEmpty()) {
      return task;
    }
    Clues clues = task.state().clues();
    Clues aliased = new Clues(clues.box(), field.or(clues::field), mark.or(clues::mark), false);
    FoundTask updated = task.withClues(aliased);
    return mark.isEmpty() || task.state().slot().isEmpty()
        ? updated
        : withNote(updated, source, task.state().slot().get(), note.group());
  }

  /**
   * Makes the word behind the title part of the slot: another status replaces it, like one of
   * Replenish's own notes.
   */
  private static FoundTask withNote(
      FoundTask task, SourceText source, StatusSlot slot, String note) {
    int to = slot.note().from();
    Span span = new Span(Math.max(0, to - SourceBytes.length(note)), to);
    if (!source.text(span).equals(note)) {
      return task;
    }
    String title = task.header().caption().title();
    Caption bare =
        task.header().caption().titled(title.substring(0, title.length() - note.length()));
    return task.withNote(bare, new StatusSlot(slot.place(), slot.words(), span));
  }
}
