package dev.replenish.outline.page;

import dev.replenish.outline.words.Caption;
import dev.replenish.outline.words.Label;
import dev.replenish.outline.words.LineWords;
import dev.replenish.outline.words.NormalizedText;
import dev.replenish.outline.words.Terms;
import dev.replenish.outline.words.Urgencies;
import dev.replenish.outline.words.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines of text that serve as headings of others: labels, names of states or urgencies, and lines
 * with a picture in front (docs/reference/unmarked.md, "Lines").
 */
public final class LineLabels {
  private static final int MOST_WORDS = 8;
  private static final int MOST_NAMES = 3;
  private static final int MANY = 2;
  private static final Pattern BRACKETS = Pattern.compile("[(\\[（][^()\\[\\]（）]*[)\\]）]$");

  private static final Pattern COMMA = Pattern.compile("[,，、;；]");

  /** What sets more words apart from a name: {@code Later: paint the roof}. */
  private static final Pattern BEHIND = Pattern.compile("[:：]\\s*\\S|\\s[-–—]\\s");

  private static final Pattern NUMBER = Pattern.compile("^\\d{1,2}[.):]?\\s+");

  private final Outline outline;
  private final Section section;
  private final boolean pictured;

  private LineLabels(Outline outline, Section section) {
    this.outline = outline;
    this.section = section;
    this.pictured = arePictured();
  }

  private enum Says {
    /** A state, an urgency, or what a list of tasks is called. */
    STATE,
    /** Anything else. */
    NAME
  }

  private enum Form {
    COLON,
    BOLD,
    PICTURE,
    BARE
  }

  private record Found(int at, Says says, Form form, String title) {}

  /**
   * Makes sections of such lines among those that are the section's own. A name below a state is a
   * part of it, unless it is written in the same way; right below it, always.
   */
  public static void insert(Outline outline, Section section) {
    LineLabels labels = new LineLabels(outline, section);
    List<Section> lines = new ArrayList<>();
    boolean holds = false;
    Found state = null;
    for (Found found : labels.find(section.ownEnd())) {
      boolean name = found.says == Says.NAME;
      holds =
          name
              && state != null
              && (holds || outline.lastWritten(section.from, found.at) == state.at);
      boolean nested = name && state != null && (holds || found.form != state.form);
      state = name ? state : found;
      if (!nested) {
        lines.add(Section.line(outline, section, found.at, found.title));
      }
    }
    section.insert(lines);
  }

  private List<Found> find(int to) {
    List<Found> all = new ArrayList<>();
    int above = section.from - 1;
    for (int i = section.from; i < to; i++) {
      Line line = outline.line(i);
      boolean begins = line.isText() && (line.opens() || above == i - 1);
      boolean counted = line.item() && line.numbered() && line.depth() == 1;
      Found found = begins || counted ? at(i, to) : null;
      if (found != null) {
        all.add(found);
        above = i;
      }
    }
    return all;
  }

  private @Nullable Found at(int at, int to) {
    Line line = outline.line(at);
    String text = outline.text(line);
    String bare = NUMBER.matcher(text).replaceFirst("");
    if (NormalizedText.count(bare) > MOST_WORDS || !isAbove(at + 1, to)) {
      return null;
    }
    Label label = Label.of(bare);
    boolean alone = label != null && label.isAlone() && isName(label);
    String title = label != null && alone ? label.words().strip() : bare;
    boolean state = saysState(title);
    boolean picture = picture(text).isPresent();
    boolean name = alone || (pictured && picture) || namesGroup(title);
    if (LineWords.sign(text) > 0 || (!state && (line.item() || !name))) {
      return null;
    }
    Form bold = label != null && label.bold() ? Form.BOLD : picture ? Form.PICTURE : Form.BARE;
    Form form = label != null && label.colon() ? Form.COLON : bold;
    return new Found(at, state ? Says.STATE : Says.NAME, form, title);
  }

  /** Whether it is bold, or brief and no sentence that leads to what follows. */
  private static boolean isName(Label label) {
    return label.bold() || (label.isBrief() && !COMMA.matcher(label.words()).find());
  }

  /**
   * Whether a title of a few words, which is nothing to be done itself, names a state or a time.
   */
  public static boolean saysState(String title) {
    String brief = BRACKETS.matcher(title).replaceAll("").strip();
    boolean name = NormalizedText.count(brief) <= MOST_NAMES && !Vocabulary.tellsToDo(brief);
    return !BEHIND.matcher(brief).find()
        && (Vocabulary.topic(title).isPresent()
            || Urgencies.namesUrgency(title)
            || Vocabulary.namesHorizon(title)
            || (name && (Vocabulary.namesPeriod(title) || Terms.LEDGERS.within(title))));
  }

  /** Whether a word for a group stands by itself, above other lines. */
  private static boolean namesGroup(String title) {
    return NormalizedText.count(title) <= MANY
        && Vocabulary.namesGroup(title)
        && !Vocabulary.tellsToDo(title);
  }

  private static Optional<Integer> picture(String text) {
    return Caption.firstPicture(text).filter(c -> c >= 0x2190);
  }

  /** Whether several lines have a picture in front, each right above others that have none. */
  private boolean arePictured() {
    int pictured = 0;
    for (int i = section.from; i < section.ownEnd(); i++) {
      Line line = outline.line(i);
      if (line.isText() && picture(outline.text(line)).isPresent()) {
        boolean first = line.opens() || i == section.from;
        boolean below = !first && picture(outline.text(i - 1)).isPresent();
        if (!(first || below) || !isRightAbove(i + 1)) {
          return false;
        }
        pictured++;
      }
    }
    return pictured >= MANY;
  }

  private boolean isRightAbove(int next) {
    int to = section.ownEnd();
    boolean text = next < to && outline.line(next).isText();
    int written = outline.firstWritten(next, to);
    return text || (written < to && AuditComments.isAudit(outline, outline.line(written)));
  }

  /** Whether text, or the record of tasks that moved, follows; an item may go on first. */
  private boolean isAbove(int from, int to) {
    int at = from;
    while (at < to && (outline.line(at).isBlank() || goesOn(outline.line(at)))) {
      at++;
    }
    return at < to
        && (outline.line(at).isText() || AuditComments.isAudit(outline, outline.line(at)));
  }

  private static boolean goesOn(Line line) {
    return line.depth() > 0 && !line.item() && !line.quoted();
  }
}
