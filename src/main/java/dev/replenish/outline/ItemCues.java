package dev.replenish.outline;

import dev.replenish.outline.page.Cue;
import dev.replenish.outline.page.Evidence;
import dev.replenish.outline.page.HeadingFacts;
import dev.replenish.outline.page.ItemForms;
import dev.replenish.outline.page.ItemForms.Entry;
import dev.replenish.outline.page.Items.Item;
import dev.replenish.outline.page.ListUnit;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.task.FoundTask;
import dev.replenish.outline.words.Caption;
import dev.replenish.outline.words.Column;
import dev.replenish.outline.words.Label;
import dev.replenish.outline.words.NormalizedText;
import dev.replenish.outline.words.Pictures;
import dev.replenish.outline.words.StateHints;
import dev.replenish.outline.words.Vocabulary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the cues that the items of plain lists give, see {@link Cue}. */
final class ItemCues {
  private static final int LONGEST_LEGEND = 12;
  private static final Pattern REFERENCE =
      Pattern.compile(
          "^(?:\\[[^\\]]*\\]\\([^)]*\\)|https?://\\S+|`?[\\w.-]+(?:/[\\w.-]+)+`?|`?[\\w-]+\\.[a-z]{2,4}`?)(?=[\\s:,.–—-]|$)");
  private static final Pattern IDS =
      Pattern.compile(
          "(?:[A-Z][A-Z0-9]*-\\d+|#\\d+)(?:[^\\p{L}\\p{N}]+(?:[A-Z][A-Z0-9]*-|#)\\d+)*\\W*");
  private static final Pattern NUMBER =
      Pattern.compile("[~≈<>+-]?\\s?[\\d.,]{1,20}\\s?(?:%|[kKMGT]?B)?");
  private static final Pattern BOLD = Pattern.compile("(?:\\*\\*[^*]+\\*\\*|__[^_]+__):?");
  private static final Pattern LABELLED = Pattern.compile("^[\\p{L}\\p{N}][^:*`|]{1,60}:\\s");
  private static final Pattern SIGN =
      Pattern.compile(
          "^(?:(?:[^\\p{L}\\p{N}\\s`*_\\[(~]{1,4}\\s*(?:\\*\\*[^*]+\\*\\*)?)|`[^`]{1,20}`|\\S)\\s*(?:[-–—:=→])\\s");

  private final Outline outline;
  private final Set<String> ids = new HashSet<>();

  /** The titles of tasks, as normalized words. */
  private final Set<String> titles = new HashSet<>();

  /** The numbered words that headings begin with: {@code Feature 4}. */
  private final Set<String> stages = new HashSet<>();

  private final ItemForms forms;
  private final Repetitions repetitions;

  /** The number of lists in which each text, or each label, occurs. */
  private final Map<String, Integer> texts = new HashMap<>();

  private final Map<String, Integer> labels = new HashMap<>();

  /**
   * Prepares the cues of a document.
   *
   * @param forms how items are written
   * @param survey the facts about its headings
   * @param tasks the tasks of richer forms, including unclear ones
   * @param lists all lists that could hold tasks
   */
  ItemCues(
      Outline outline,
      ItemForms forms,
      Survey survey,
      List<FoundTask> tasks,
      List<ListUnit> lists) {
    this.outline = outline;
    this.forms = forms;
    this.repetitions = survey.repetitions();
    for (HeadingFacts facts : survey.all()) {
      HeadingSiblings.stage(facts.section.title).ifPresent(stages::add);
    }
    for (FoundTask task : tasks) {
      task.header().id().or(() -> task.header().caption().id()).ifPresent(ids::add);
      titles.add(NormalizedText.words(task.header().caption().title()));
    }
    for (ListUnit list : lists) {
      List<Entry> entries = forms.entries(list);
      entries.stream()
          .map(Entry::text)
          .distinct()
          .forEach(text -> texts.merge(text, 1, Integer::sum));
      entries.stream()
          .map(Entry::label)
          .filter(Objects::nonNull)
          .map(Label::key)
          .distinct()
          .forEach(key -> labels.merge(key, 1, Integer::sum));
    }
  }

  /** Adds the cues that the items of {@code list} give. */
  void add(ListUnit list, Evidence cues) {
    List<Entry> items = forms.entries(list);
    boolean several = items.size() > 1;
    boolean labelRepeated =
        items.stream().anyMatch(item -> isLabelRepeated(item) && isDeliberate(item))
            || items.stream().filter(this::isLabelRepeated).count() * 2 >= items.size();
    boolean boilerplate =
        !repetitions.isTasksTitle(list.section())
            && (ItemForms.most(items, item -> texts.getOrDefault(item.text(), 0) >= ListCues.MANY)
                || (ItemForms.all(items, item -> item.label() != null)
                    && ItemForms.most(items, this::isLabelRepeated)));
    boolean order =
        ids.isEmpty()
            ? ItemForms.all(items, item -> IDS.matcher(item.text()).matches())
            : several && ItemForms.most(items, this::namesTask);
    boolean kinds = several && (ItemForms.most(items, Entry::taskLike) || forms.areStories(list));
    boolean data =
        !kinds
            && !ItemForms.most(items, ItemForms::isNamed)
            && areData(list, items)
            && !(Vocabulary.namesStage(list.section().title) && forms.nameActions(list));
    cues.addIf(items.stream().anyMatch(ItemForms::isMarked), Cue.MARKED)
        .addIf(kinds, Cue.KINDS)
        .addIf(data, Cue.DATA)
        .addIf(order || (several && ItemForms.all(items, this::isTitle)), Cue.ORDER)
        .addIf(!items.isEmpty() && ItemForms.all(items, this::namesStage), Cue.STAGES_AGAIN)
        .addIf(several && areTimes(items), Cue.TIMES)
        .addIf(several && list.items().stream().allMatch(this::isReference), Cue.REFERENCES)
        .addIf(boilerplate, Cue.AGAIN)
        .addIf(!boilerplate && labelRepeated, Cue.ITEM_TEMPLATE)
        .addIf(several ? areThemes(list) : isTree(list.items().get(0)), Cue.THEMES)
        .addIf(
            items.size() <= LONGEST_LEGEND
                && (ItemForms.all(items, item -> SIGN.matcher(item.text()).find())
                    || explainPictures(items)),
            Cue.LEGEND);
  }

  /** Whether each item begins with a different picture, and two or more explain it as a state. */
  private static boolean explainPictures(List<Entry> items) {
    List<Integer> pictures =
        items.stream()
            .map(item -> Pictures.leading(item.text()))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    return pictures.size() == items.size()
        && items.stream().filter(item -> StateHints.explains(item.text())).count() > 1;
  }

  /**
   * Whether an item begins with a path or a link, or is a label for nothing but such references.
   */
  private boolean isReference(Item item) {
    String text = outline.text(item.first);
    Label label = Label.of(text);
    if (label == null) {
      return REFERENCE.matcher(text).find();
    }
    Matcher value = REFERENCE.matcher(label.value());
    return label.isAlone()
        ? !item.children.isEmpty() && item.children.stream().allMatch(this::isReference)
        : value.find() && value.end() == label.value().length();
  }

  /** Whether each item is all bold and has nested items that are not just labelled values. */
  private boolean areThemes(ListUnit list) {
    return list.items().stream()
        .allMatch(
            item ->
                !item.children.isEmpty()
                    && !item.children.stream().allMatch(this::isLabelled)
                    && BOLD.matcher(outline.text(item.first)).matches());
  }

  /** Whether an item is a labelled value, as the parts of a task are. */
  private boolean isLabelled(Item item) {
    Label label = Label.of(outline.text(item.first));
    return label != null && label.colon();
  }

  /** Whether the only item of a list holds groups: most items in it hold items themselves. */
  private static boolean isTree(Item item) {
    long groups = item.children.stream().filter(child -> !child.children.isEmpty()).count();
    return groups > 1 && groups * 2 > item.children.size();
  }

  /** Whether all items are labelled values, less than half of them lists. */
  private static boolean areData(ListUnit list, List<Entry> items) {
    int values = 0;
    for (int i = 0; i < items.size(); i++) {
      boolean value = isData(items.get(i));
      if (!value && !(isBoldLabel(items.get(i)) && !list.items().get(i).children.isEmpty())) {
        return false;
      }
      values += value ? 1 : 0;
    }
    return values * 2 > items.size();
  }

  /**
   * Whether all items begin with words and a colon, and one of these names a time seen from now.
   */
  private static boolean areTimes(List<Entry> items) {
    return ItemForms.all(items, item -> LABELLED.matcher(item.text()).find())
        && items.stream()
            .anyMatch(
                item -> item.label() != null && Vocabulary.namesHorizon(item.label().words()));
  }

  private static boolean isBoldLabel(Entry item) {
    return item.label() != null && item.label().bold() && item.label().colon();
  }

  private boolean isLabelRepeated(Entry item) {
    return item.label() != null && labels.getOrDefault(item.label().key(), 0) > 1;
  }

  /**
   * Whether the label of an item is bold or in several lists, so that it is repeated on purpose.
   */
  private boolean isDeliberate(Entry item) {
    return item.label() != null
        && (item.label().bold() || labels.getOrDefault(item.label().key(), 0) >= ListCues.MANY);
  }

  /**
   * Whether an item is a labelled value: its label is bold, is for a known field other than a
   * title, or has nothing but a number as its value.
   */
  private static boolean isData(Entry item) {
    Label label = item.label();
    return label != null
        && !label.isAlone()
        && label.colon()
        && (label.bold()
            || NUMBER.matcher(label.value()).matches()
            || Vocabulary.column(label.words())
                .filter(column -> column != Column.TITLE)
                .isPresent());
  }

  private boolean namesStage(Entry item) {
    return HeadingSiblings.stage(item.text()).filter(stages::contains).isPresent();
  }

  /** Whether the words of an item are the title of a task elsewhere. */
  private boolean isTitle(Entry item) {
    String words = NormalizedText.words(Caption.of(item.text()).title());
    return words.indexOf(' ') > 0 && titles.contains(words);
  }

  private boolean namesTask(Entry item) {
    for (String word : item.text().split("[^\\p{L}\\p{N}.#_-]+")) {
      if (word.length() > 1 && ids.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
