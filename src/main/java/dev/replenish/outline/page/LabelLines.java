package dev.replenish.outline.page;

import dev.replenish.markdown.BlockScan.Kind;
import dev.replenish.outline.words.Label;
import dev.replenish.outline.words.Naming;
import dev.replenish.outline.words.Topic;
import dev.replenish.outline.words.Urgencies;
import dev.replenish.outline.words.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lines that serve as headings of the lowest level: a bold line, or a label that names a state or
 * an urgency, alone above a list or a table (docs/reference/unmarked.md, "Headings").
 */
public final class LabelLines {
  private static final int MOST_WORDS = 8;

  private LabelLines() {}

  /** Turns such lines among the section's own lines into sections. */
  public static void insert(Outline outline, Section section) {
    int to = section.ownEnd();
    boolean root = section.isRoot() && section.children.isEmpty();
    List<Section> lines = new ArrayList<>();
    for (int i = section.from; i < to; i++) {
      Section found = heading(outline, section, i, to, root);
      if (found != null) {
        lines.add(found);
      }
    }
    section.insert(lines);
  }

  private static @Nullable Section heading(
      Outline outline, Section section, int at, int to, boolean root) {
    Line line = outline.line(at);
    boolean last = line.isText() && (at + 1 >= to || !isParagraph(outline, at + 1));
    boolean task = BoldBoxLine.at(outline, line) != null;
    Label label = last && !task ? Label.of(outline.text(line)) : null;
    if (label == null
        || !label.isAlone()
        || !(line.opens() || namesPart(label))
        || !isHeading(label, root)
        || !isAbove(outline, at + 1, to)) {
      return null;
    }
    return Section.line(outline, section, at, label.words().strip());
  }

  private static boolean isParagraph(Outline outline, int at) {
    return outline.line(at).isText() && !outline.line(at).opens();
  }

  /** Whether a label is bold and names a part of a task; it may end a paragraph. */
  private static boolean namesPart(Label label) {
    return label.bold()
        && label.colon()
        && Vocabulary.topic(label.words()).filter(Topic.INFORMATION::equals).isPresent();
  }

  /** Whether a label names a state or an urgency, is bold, or is in a file without headings. */
  private static boolean isHeading(Label label, boolean root) {
    boolean brief = label.words().split("\\s+").length <= MOST_WORDS;
    Optional<Topic> topic = Vocabulary.topic(label.words());
    return topic.isPresent()
        || Urgencies.exactLevel(label.words()).isPresent()
        || (brief && label.bold() && !label.colon())
        || (label.isBrief() && root)
        || (label.isBrief() && Naming.of(label.words()).level().isPresent());
  }

  /** Whether a list, a table or a comment about moved tasks follows, blank lines aside. */
  private static boolean isAbove(Outline outline, int from, int to) {
    for (int i = from; i < to; i++) {
      Line line = outline.line(i);
      if (AuditComments.isAudit(outline, line)) {
        return true;
      }
      if (!line.isBlank() && line.kind() != Kind.HTML) {
        boolean item = line.item() && !line.quoted();
        return item || Table.at(outline, i, to).isPresent();
      }
    }
    return false;
  }
}
