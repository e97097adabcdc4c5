package dev.replenish.outline;

import dev.replenish.outline.page.AuditComments;
import dev.replenish.outline.page.Cue;
import dev.replenish.outline.page.Evidence;
import dev.replenish.outline.page.LineUnit;
import dev.replenish.outline.page.LineUnit.Entry;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.words.Label;
import dev.replenish.outline.words.LineWords;
import dev.replenish.outline.words.NormalizedText;
import dev.replenish.outline.words.Pictures;
import dev.replenish.outline.words.Terms;
import dev.replenish.outline.words.Urgencies;
import dev.replenish.outline.words.Vocabulary;
import java.util.function.Predicate;

/**
 * Finds the cues for the lines of text under one heading, see {@link Cue}.
 *
 * @param only whether the file holds little else
 * @param items whether the file has items of lists too
 */
record LineCues(Survey survey, boolean only, boolean items) {
  private static final int MUCH_PROSE = 40;

  /** Letters below this one belong to scripts that put blanks between words. */
  private static final char LATIN = 0x600;

  /** The cues for {@code lines}, whose section has the comments {@code audits}. */
  Evidence of(LineUnit lines, AuditComments audits) {
    boolean moved = audits.hasMoved(AuditComments.Tasks.LINES);
    boolean other =
        !moved && (audits.stateRicherForm() || audits.hasMoved(AuditComments.Tasks.ITEMS));
    Evidence cues = new Evidence().add(Cue.LINES);
    cues.addIf(moved, Cue.NAMED_LIST)
        .addIf(other || survey.isClosed(lines.section), Cue.MOVED_RICHER);
    addHeadingCues(lines.section, cues);
    cues.addIf(only, Cue.LINES_ONLY)
        .addIf(items, Cue.ITEMS_BESIDE)
        .addIf(
            matchesThird(lines, entry -> LineWords.namesAction(entry.text())), Cue.VERBS_IN_FRONT)
        .addIf(lines.entries.stream().allMatch(LineCues::isMarked), Cue.SIGNED)
        .addIf(lines.entries.size() < 2, Cue.LINE_ALONE)
        .addIf(lines.mixed, Cue.MIXED)
        .addIf(lines.titled, Cue.TITLES_WITHIN)
        .addIf(lines.prose > MUCH_PROSE, Cue.AMONG_PROSE)
        .addIf(matchesHalf(lines, LineCues::isData), Cue.DATA)
        .addIf(matchesHalf(lines, entry -> LineWords.isLink(entry.text())), Cue.REFERENCES)
        .addIf(matchesHalf(lines, LineCues::isExplained), Cue.LEGEND);
    return cues;
  }

  private static void addHeadingCues(Section section, Evidence cues) {
    boolean topic = false;
    boolean urgency = false;
    boolean period = false;
    boolean ledger = false;
    boolean informs = false;
    boolean day = false;
    for (Section at = section; at.parent != null; at = at.parent) {
      boolean toDo = topic || urgency;
      ledger |= Terms.LEDGERS.within(at.title);
      if (!at.isDocumentTitle()) {
        topic |= at.namesState();
        period |= Vocabulary.namesPeriod(at.title) || Vocabulary.namesHorizon(at.title);
        day |= Vocabulary.namesDay(at.title);
        informs |= !toDo && (at.informs || Terms.MATTERS.begin(at.title));
        urgency |= !informs && Urgencies.statesUrgency(at.title);
      }
    }
    boolean named = Terms.LEDGERS.within(section.title);
    cues.addIf(topic, Cue.UNDER_TOPIC)
        .addIf(urgency, Cue.UNDER_URGENCY)
        .addIf(period, Cue.UNDER_PERIOD)
        .addIf(ledger, named ? Cue.UNDER_LEDGER : Cue.BELOW_LEDGER)
        .addIf(!named && Vocabulary.namesGroup(section.title), Cue.UNDER_GROUP)
        .addIf(day, Cue.UNDER_DAY)
        .addIf(informs, Cue.LIST_INFORMS);
  }

  private static boolean isMarked(Entry entry) {
    return entry.sign() > 0 || LineWords.isCounted(entry.text()) || entry.text().endsWith(";");
  }

  /** Whether a line is one word, a label for a field, or a label with a value of one word. */
  private static boolean isData(Entry entry) {
    Label label = Label.of(entry.text());
    boolean word = NormalizedText.count(entry.text()) == 1 && entry.text().charAt(0) < LATIN;
    return word
        || label != null
            && !label.isAlone()
            && (Vocabulary.column(label.words()).isPresent() || !label.value().contains(" "));
  }

  /** Whether a line explains a picture or a word. */
  private static boolean isExplained(Entry entry) {
    String text = entry.text();
    return text.contains(" = ")
        || text.contains(" → ")
        || (text.codePoints().mapToObj(Pictures::statusOf).anyMatch(status -> status.isPresent())
            && Vocabulary.topic(text).isPresent());
  }

  /** Whether at least a third of the lines match. */
  private static boolean matchesThird(LineUnit lines, Predicate<Entry> test) {
    return lines.entries.stream().filter(test).count() * 3 >= lines.entries.size();
  }

  /** Whether at least half of the lines match. */
  private static boolean matchesHalf(LineUnit lines, Predicate<Entry> test) {
    return lines.entries.stream().filter(test).count() * 2 >= lines.entries.size();
  }
}
