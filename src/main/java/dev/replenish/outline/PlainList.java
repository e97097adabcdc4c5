package dev.replenish.outline;

import dev.replenish.outline.page.Cue;
import dev.replenish.outline.page.Evidence;
import dev.replenish.outline.page.Items;
import dev.replenish.outline.page.Items.Item;
import dev.replenish.outline.page.ListUnit;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.Table;
import dev.replenish.outline.task.FoundTask;
import dev.replenish.outline.words.NormalizedText;
import dev.replenish.outline.words.NoteTitle;
import dev.replenish.outline.words.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The items of a plain list as tasks, bulleted or numbered (docs/reference/unmarked.md, "Plain
 * lists"). {@link ListCues} decides whether they are.
 */
final class PlainList {
  static final int TASKS = 2;
  private static final int LONG_LABEL = 3;

  private static final int UNCLEAR = -5;
  static final int UNCLEAR_ALONE = -12;
  private static final Pattern CONTENTS_ENTRY =
      Pattern.compile(
          "^[^\\p{L}\\p{N}\\[]{0,8}\\[[^\\]]*\\]\\(#.*\\)$|^https?://\\S+$|^\\[[^\\]]*\\]\\([^)]*\\)$");

  private PlainList() {}

  /** The tasks in {@code list}, given the cues for and against it. */
  static List<FoundTask> find(Outline outline, ListUnit list, Evidence cues) {
    boolean contents = isContents(outline, list) && !cues.has(Cue.NAMED_LIST);
    List<FoundTask> found = new ArrayList<>();
    boolean alone = !cues.has(Cue.RICHER) && !cues.has(Cue.RICHER_FEW);
    if (!contents && cues.sum() >= (alone ? UNCLEAR_ALONE : UNCLEAR)) {
      for (Item item : list.items()) {
        String text = outline.text(item.first);
        boolean note = !cues.has(Cue.NAMED_LIST) && NoteTitle.is(text);
        boolean table = holdsTable(outline, item);
        if (!table || Vocabulary.namesAction(text)) {
          boolean group = !cues.has(Cue.NAMED_LIST) && isGroup(item, text);
          boolean unclear = note || table || group || cues.sum() < TASKS;
          found.add(ItemTask.task(outline, item, list.frame(), unclear));
        }
      }
      found.removeIf(task -> isNoTask(task.header().caption().title()));
    }
    return found;
  }

  /** Whether an item is a label of three words or more: {@code Missing signs of rest:}. */
  private static boolean isGroup(Item item, String text) {
    return ItemTask.isGroupLabel(item, text)
        && text.charAt(0) != '*'
        && NormalizedText.count(text) >= LONG_LABEL;
  }

  /** Whether a table is right below the words of an item, which may be a heading for its rows. */
  private static boolean holdsTable(Outline outline, Item item) {
    int at = outline.firstWritten(item.first + 1, item.ownEnd());
    return at < item.ownEnd()
        && outline.column(outline.line(at)) >= Items.NESTED
        && Table.begins(outline, at, item.ownEnd());
  }

  /** Whether a title says that there is nothing, or is one for a part of a task. */
  static boolean isNoTask(String title) {
    return ItemTask.isPlaceholder(title) || ItemTask.isPart(title);
  }

  /** Whether the list is a table of contents or a list of links. */
  private static boolean isContents(Outline outline, ListUnit list) {
    return list.items().stream()
        .allMatch(item -> CONTENTS_ENTRY.matcher(outline.text(item.first)).matches());
  }
}
