package dev.replenish.outline.task;

import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.TaskId;
import dev.replenish.outline.field.LineMarks;
import dev.replenish.outline.page.TitleLine;
import dev.replenish.outline.words.Caption;
import dev.replenish.outline.words.NormalizedText;
import dev.replenish.text.Ascii;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * How a task is identified: by its own id or number, or by a short hash of its words
 * (docs/reference/unmarked.md, "Tasks without ids").
 *
 * @param id the id
 * @param named whether the id is a name that no other task should have
 */
public record Identity(TaskId id, boolean named) {
  private static final int HASH_DIGITS = 8;
  private static final MessageDigest SHA256 = find(); // kept, since the look-up is slow

  /** The identity of the task {@code found}, whose bytes are {@code block}. */
  public static Identity of(SourceText source, FoundTask found, Span block) {
    Optional<String> own = found.header().id().filter(TaskId::isId);
    if (own.isPresent()) {
      return new Identity(new TaskId(own.get()), Caption.isNamed(own.get()));
    }
    Optional<String> written = found.header().caption().id();
    if (written.isPresent()) {
      return new Identity(new TaskId(written.get()), found.header().caption().named());
    }
    List<Span> varying = varying(source, found, block);
    return new Identity(TaskId.madeBy(() -> hash(source, block, varying)), false);
  }

  private static List<Span> varying(SourceText source, FoundTask found, Span block) {
    Optional<Span> assignee = assignee(source, found, block);
    if (assignee.isEmpty()) {
      return found.state().varying();
    }
    List<Span> varying = new ArrayList<>(found.state().varying());
    varying.add(assignee.get());
    return varying;
  }

  /** The hash of the words of a task, the same wherever the task is and whatever its status is. */
  private static String hash(SourceText source, Span block, List<Span> varying) {
    List<Span> omitted = new ArrayList<>(varying);
    omitted.sort(Comparator.comparingInt(Span::from));
    StringBuilder text = new StringBuilder();
    int at = block.from();
    for (Span span : omitted) {
      if (span.from() >= at && span.to() <= block.to()) {
        text.append(source.text(new Span(at, span.from()))).append(' ');
        at = span.to();
      }
    }
    text.append(source.text(new Span(at, block.to())));
    byte[] words = NormalizedText.words(text.toString()).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(digest(words), 0, HASH_DIGITS / 2);
  }

  private static byte[] digest(byte[] words) {
    synchronized (SHA256) {
      return SHA256.digest(words);
    }
  }

  /** The place of the assignee, which does not count for the hash. */
  private static Optional<Span> assignee(SourceText source, FoundTask found, Span block) {
    for (Field field : found.fields()) {
      if (field.label().equals(FieldName.ASSIGNEE.label())) {
        return Optional.of(field.extent());
      }
    }
    if (Ascii.find(source.bytes(), block.from(), block.to(), '@') < 0) {
      return Optional.empty();
    }
    Span line = TitleLine.of(source, block, found.kind(), found.header().caption().title());
    return LineMarks.in(source, line).stream()
        .filter(mark -> mark.label().equals(FieldName.ASSIGNEE.label()))
        .map(Field::valueSpan)
        .findFirst();
  }

  private static MessageDigest find() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
