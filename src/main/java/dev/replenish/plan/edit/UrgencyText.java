package dev.replenish.plan.edit;

import dev.replenish.board.Document;
import dev.replenish.board.Field;
import dev.replenish.board.FileRole;
import dev.replenish.board.Priority;
import dev.replenish.board.Task;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.text.LineWalk;
import dev.replenish.text.SourceBytes;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the priority of a task that no markers enclose, if its own line, field or column states it
 * (docs/reference/editing.md, "Another group").
 */
public final class UrgencyText {
  /** Families of signs; what each sign means is decided when the text is read back. */
  private static final List<List<String>> FAMILIES =
      List.of(
          List.of("P0", "P1", "P2", "P3", "P4"),
          List.of("(A)", "(B)", "(C)", "(D)"),
          List.of("critical", "high", "medium", "low", "urgent", "normal"),
          List.of("🔴", "🟠", "🟡", "🟢", "🔵"),
          List.of("🔺", "⏫", "🔼", "🔽", "⏬"));

  private final FileRole file;
  private final Document document;
  private final SourceText source;
  private final Task task;

  /** For {@code task} in {@code document}. */
  public UrgencyText(FileRole file, Document document, Task task) {
    this.file = file;
    this.document = document;
    this.source = document.source();
    this.task = task;
  }

  /** The step that writes {@code priority}; empty if the task has no place that states it. */
  public Optional<BlockStep> step(Priority priority) {
    Set<String> texts = new LinkedHashSet<>();
    for (Field field : task.details().fields()) {
      if (isPriority(field.label())) {
        addVariants(field.valueSpan(), priority, texts);
        if (field.value().isEmpty()) {
          texts.add(with(field.valueSpan(), " " + priority.word()));
        }
      }
    }
    if (task.form().filter(UnmarkedForm::isRow).isPresent()) {
      CellText.emptyCell(document, task, UrgencyText::isPriority)
          .map(cell -> CellText.ways(source, cell, priority.word()).get(0).get(0))
          .ifPresent(
              edit ->
                  texts.add(with(edit.span(), new String(edit.bytes(), StandardCharsets.UTF_8))));
    }
    int from = task.block().from();
    addVariants(new Span(from, LineWalk.end(source.bytes(), from)), priority, texts);
    return BlockStep.of(
        file,
        document,
        task,
        List.copyOf(texts),
        now ->
            now.priority().equals(Optional.of(priority))
                && now.type().equals(task.type())
                && now.details().status().equals(task.details().status())
                && (!task.isNamed() || now.id().equals(task.id())),
        group -> group.priority().equals(Optional.of(priority)));
  }

  private static boolean isPriority(String label) {
    return label.equalsIgnoreCase("priority") || label.equalsIgnoreCase("prio");
  }

  /** Adds the block with each sign at {@code span} replaced by each other one of its family. */
  private void addVariants(Span span, Priority priority, Set<String> texts) {
    String text = source.text(span);
    for (List<String> family : FAMILIES) {
      for (String sign : family) {
        boolean word = Character.isLetterOrDigit(sign.charAt(0));
        String edge = word ? "(?<![\\p{L}\\p{N}])" : "";
        String end = word ? "(?![\\p{L}\\p{N}])" : "";
        Matcher found = Pattern.compile("(?i)" + edge + Pattern.quote(sign) + end).matcher(text);
        while (found.find()) {
          Span place = SourceBytes.span(span.from(), text, found.start(), found.end());
          if (family.contains(priority.word())) {
            texts.add(with(place, inCaseOf(found.group(), priority.word())));
          }
          for (String other : family) {
            if (!other.equalsIgnoreCase(sign)) {
              texts.add(with(place, inCaseOf(found.group(), other)));
            }
          }
        }
      }
    }
  }

  /** The new word in lower case, in upper case or capitalized, as the old one. */
  private static String inCaseOf(String old, String now) {
    if (old.equals(old.toLowerCase(Locale.ROOT))) {
      return now.toLowerCase(Locale.ROOT);
    }
    if (old.equals(old.toUpperCase(Locale.ROOT))) {
      return now.toUpperCase(Locale.ROOT);
    }
    return now.substring(0, 1).toUpperCase(Locale.ROOT) + now.substring(1);
  }

  /** The block with other text at {@code place}. */
  private String with(Span place, String text) {
    Span block = task.block();
    return source.text(new Span(block.from(), place.from()))
        + text
        + source.text(new Span(place.to(), block.to()));
  }
}
