package dev.replenish.outline;

import dev.replenish.board.Status;
import dev.replenish.board.StatusSlot;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.outline.field.PaceTable;
import dev.replenish.outline.page.Markup;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.task.FoundTask;
import dev.replenish.outline.task.FoundTask.Clues;
import dev.replenish.outline.words.Caption;
import dev.replenish.outline.words.Headline;
import dev.replenish.outline.words.StatusWords;
import dev.replenish.outline.words.Urgencies;
import dev.replenish.outline.words.Vocabulary;
import dev.replenish.text.SourceBytes;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tasks of an HTML page: each is a second-level heading with a pill or a word for the status, and
 * extends to the next one (docs/reference/unmarked.md, "Pages").
 */
final class PageTask implements Shape {
  private static final Pattern HEADING = Pattern.compile("(?i)^<h2[\\s>]");
  private static final Pattern WRAPPER =
      Pattern.compile("(?i)^<(section|article|div|li)\\b[^>]*>$");
  private static final Pattern END =
      Pattern.compile("(?i)^</?(?:main|body|html|footer|nav|h1|script)\\b|^<h2[\\s>]");
  private static final Pattern PILL =
      Pattern.compile("(status-pill--)([A-Za-z][A-Za-z-]*)([^<>]*>)([^<]*)");
  private static final Pattern TAG = Pattern.compile("<[^<>]*>");
  private static final int LONGEST_HEADING = 5;

  @Override
  public void find(Outline outline, Section section, Shapes.Collector into) {
    boolean[] markup = Markup.lines(outline, section.from, section.ownEnd());
    for (int i = section.from; i < section.ownEnd(); i++) {
      if (markup[i - section.from] && HEADING.matcher(outline.text(i)).find()) {
        task(outline, i, section).ifPresent(into::addTask);
      }
    }
  }

  private static Optional<FoundTask> task(Outline outline, int at, Section section) {
    SourceText source = outline.source();
    int end = at;
    while (end + 1 < section.ownEnd()
        && end - at < LONGEST_HEADING
        && !lower(outline, end).contains("</h2")) {
      end++;
    }
    Span heading = new Span(outline.line(at).content(), outline.line(end).end());
    String html = source.text(heading);
    String text = TAG.matcher(html).replaceAll(" ").replace("&amp;", "&").replaceAll("\\s+", " ");
    Matcher pill = PILL.matcher(html);
    boolean hasPill = pill.find();
    Optional<Headline> headline = Headline.of(text.strip());
    Optional<Status> status =
        hasPill ? Vocabulary.exactStatus(pill.group(2)) : headline.map(Headline::status);
    if (status.isEmpty()) {
      return Optional.empty();
    }
    Caption caption = Caption.of(headline.map(Headline::title).orElse(text.strip()));
    int first = first(outline, at, section);
    int last = last(outline, first, end, section);
    Span body = new Span(heading.to(), Math.max(heading.to(), outline.line(last).end()));
    return Optional.of(
        new FoundTask(
            UnmarkedForm.Kind.SECTION,
            new FoundTask.Range(first, last, List.of()),
            false,
            new FoundTask.Header(
                caption,
                Optional.empty(),
                headline.flatMap(Headline::level).or(() -> Urgencies.level(text))),
            new FoundTask.State(
                new Clues(Optional.empty(), status, Optional.empty(), false),
                hasPill ? Optional.of(pillSlot(source, heading, pill)) : Optional.empty(),
                hasPill ? List.of(place(source, heading, pill)) : List.of()),
            false,
            PaceTable.with(List.of(), source, body),
            false));
  }

  private static String lower(Outline outline, int at) {
    return outline.text(at).toLowerCase(Locale.ROOT);
  }

  /**
   * The line of the element around the heading, if it begins right above; else that of the heading.
   */
  private static int first(Outline outline, int at, Section section) {
    return at > section.from && startsWrapper(outline, at - 1) ? at - 1 : at;
  }

  /**
   * The last line before the next heading, the end of the element around this one, or the end of
   * the page's content.
   */
  private static int last(Outline outline, int first, int heading, Section section) {
    Matcher wrapper = WRAPPER.matcher(outline.text(first));
    String close = wrapper.matches() ? "</" + wrapper.group(1) : "";
    int last = heading;
    for (int i = heading + 1; i < section.ownEnd(); i++) {
      String text = outline.text(i);
      if (END.matcher(text).find()) {
        return startsWrapper(outline, last) ? outline.lastWritten(first, last) : last;
      }
      if (!close.isEmpty() && text.startsWith(close)) {
        return i;
      }
      last = text.isEmpty() ? last : i;
    }
    return last;
  }

  /** Whether a line opens an element, as the one above a heading may. */
  private static boolean startsWrapper(Outline outline, int at) {
    return WRAPPER.matcher(outline.text(at)).matches();
  }

  private static Span place(SourceText source, Span heading, Matcher pill) {
    return SourceBytes.span(heading.from(), source.text(heading), pill.start(2), pill.end(4));
  }

  /** The slot that covers the pill's class and word, which change together. */
  private static StatusSlot pillSlot(SourceText source, Span heading, Matcher pill) {
    Span place = place(source, heading, pill);
    Map<Status, String> words = new EnumMap<>(Status.class);
    StatusWords.like(pill.group(4))
        .forEach((status, word) -> words.put(status, status.word() + pill.group(3) + word));
    return new StatusSlot(place, words, Span.at(place.to()));
  }
}
