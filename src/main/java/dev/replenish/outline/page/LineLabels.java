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
 * Lines of text that serve as headings of the lines below them: labels, names of states or
 * urgencies, and lines with a picture at the start (docs/reference/unmarked.md, "Lines").
 */
public final class LineLabels {
  private static final int MOST_WORDS = 8;
  private static final int MOST_NAMES = 3;
  private static final int MANY = 2;
  private static final Pattern BRACKETS = Pattern.compile("[(\\[（][^()\\[\\]（）]*[)\\]）]$");

  private static final Pattern COMMA = Pattern.compile("[,，、;；]");

  /** What separates a name from the words after it: {@code Later: paint the roof}. */
  private static final Pattern SEPARATOR = Pattern.compile("[:：]\\s*\\S|\\s[-–—]\\s");

  private static final Pattern NUMBER = Pattern.compile("^\\d{1,2}[.):]?\\s+");

  private final Outline outline;
  private final Section section;
  private final boolean pictured;

  private LineLabels(Outline outline, Section section) {
    this.outline = outline;
    this.section = section;
    this.pictured = arePictured();
  }

  private enum Meaning {
    /** A state, an urgency, a time, or a name for a list of tasks. */
    STATE,
    /** Any other name. */
    NAME
  }

  private enum Form {
    COLON,
    BOLD,
    PICTURE,
    BARE
  }

  private record Found(int at, Meaning meaning, Form form, String title) {}

  /**
   * Turns such lines among the section's own lines into sections. A name below a state belongs to
   * the state's section if it is written in another way or is right below the state.
   */
  public static void insert(Outline outline, Section section) {
    LineLabels labels = new LineLabels(outline, section);
    List<Section> lines = new ArrayList<>();
    boolean within = false;
    Found state = null;
    for (Found found : labels.find(section.ownEnd())) {
      boolean name = found.meaning == Meaning.NAME;
      within =
          name
              && state != null
              && (within || outline.lastWritten(section.from, found.at) == state.at);
      boolean nested = name && state != null && (within || found.form != state.form);
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
    boolean state = namesState(title);
    boolean picture = picture(text).isPresent();
    boolean name = alone || (pictured && picture) || namesGroup(title);
    if (LineWords.sign(text) > 0 || (!state && (line.item() || !name))) {
      return null;
    }
    Form bold = label != null && label.bold() ? Form.BOLD : picture ? Form.PICTURE : Form.BARE;
    Form form = label != null && label.colon() ? Form.COLON : bold;
    return new Found(at, state ? Meaning.STATE : Meaning.NAME, form, title);
  }

  /** Whether a label is bold, or brief and no sentence that introduces the lines below it. */
  private static boolean isName(Label label) {
    return label.bold() || (label.isBrief() && !COMMA.matcher(label.words()).find());
  }

  /**
   * Whether a brief title names a state, an urgency, a time or a list of tasks, and nothing to do
   * itself.
   */
  public static boolean namesState(String title) {
    String brief = BRACKETS.matcher(title).replaceAll("").strip();
    boolean name = NormalizedText.count(brief) <= MOST_NAMES && !Vocabulary.namesAction(brief);
    return !SEPARATOR.matcher(brief).find()
        && (Vocabulary.topic(title).isPresent()
            || Urgencies.namesUrgency(title)
            || Vocabulary.namesHorizon(title)
            || (name && (Vocabulary.namesPeriod(title) || Terms.LEDGERS.within(title))));
  }

  /** Whether a title of at most two words is a word for a group. */
  private static boolean namesGroup(String title) {
    return NormalizedText.count(title) <= MANY
        && Vocabulary.namesGroup(title)
        && !Vocabulary.namesAction(title);
  }

  private static Optional<Integer> picture(String text) {
    return Caption.firstPicture(text).filter(c -> c >= 0x2190);
  }

  /** Whether several lines have a picture at the start, each right above lines that have none. */
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

  /**
   * Whether text or a comment about moved tasks follows; lines that continue an item may precede.
   */
  private boolean isAbove(int from, int to) {
    int at = from;
    while (at < to && (outline.line(at).isBlank() || continuesItem(outline.line(at)))) {
      at++;
    }
    return at < to
        && (outline.line(at).isText() || AuditComments.isAudit(outline, outline.line(at)));
  }

  private static boolean continuesItem(Line line) {
    return line.depth() > 0 && !line.item() && !line.quoted();
  }
}
