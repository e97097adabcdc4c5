package dev.replenish.outline.page;

import dev.replenish.outline.words.Urgencies;
import dev.replenish.outline.words.Urgency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds the cues that plain lists of a document give to one another, see {@link Cue}.
 *
 * @param enough what the cues of a list come to that holds tasks
 * @param alone whether nothing in a richer form is or may be a task
 */
public record ListsTogether(ItemForms forms, int enough, boolean alone) {
  /** Of how many lists it counts what most of them are. */
  private static final int MANY = 4;

  /** Adds to the cues of each list what others around it say of it. */
  public void repeat(List<ListUnit> lists, List<Evidence> all) {
    if (alone) {
      boilerplate(lists, all);
    }
    order(lists, all);
  }

  /** Where most lists have items that come again, these are no notes. */
  private void boilerplate(List<ListUnit> lists, List<Evidence> all) {
    long again = all.stream().filter(cues -> cues.has(Cue.AGAIN)).count();
    for (int i = 0; again * 2 > lists.size() && i < all.size(); i++) {
      Evidence cues = all.get(i);
      cues.addIf(cues.has(Cue.AGAIN) && !forms.areLabels(lists.get(i)), Cue.ALL_AGAIN);
    }
  }

  /** A list below a heading beside another one whose items name tasks is an order as well. */
  private static void order(List<ListUnit> lists, List<Evidence> all) {
    Set<Section> orders = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      Section above = lists.get(i).section().parent;
      if (all.get(i).has(Cue.ORDER) && isGroup(above)) {
        orders.add(above);
      }
    }
    for (int i = 0; i < all.size() && !orders.isEmpty(); i++) {
      Evidence cues = all.get(i);
      boolean beside = orders.contains(lists.get(i).section().parent);
      cues.addIf(beside && !cues.has(Cue.ORDER), Cue.ORDER);
    }
  }

  private static boolean isGroup(@Nullable Section section) {
    return section != null && !section.isRoot() && !section.isDocumentTitle();
  }

  /**
   * What is proven by its words alone is not where most lists hold no tasks.
   *
   * @param emptied how many lists have no item left
   */
  public void outweigh(List<ListUnit> lists, List<Evidence> all, int emptied) {
    int tasks = 0;
    int told = 0;
    for (Evidence cues : all) {
      boolean task = cues.sum() >= enough;
      tasks += task ? 1 : 0;
      told += !task && cues.has(Cue.LIST_INFORMS) ? 1 : 0;
    }
    int count = lists.size() - told + emptied;
    boolean few = (tasks + emptied) * 2 < count && count >= MANY;
    for (int i = 0; few && i < all.size(); i++) {
      Evidence cues = all.get(i);
      boolean least = isLeast(lists.get(i), cues);
      boolean words = (least || cues.isUntold()) && !cues.has(Cue.KINDS) && !cues.has(Cue.MARKED);
      cues.addIf(words && cues.sum() >= enough, Cue.OUTWEIGHED).addIf(least, Cue.LEAST);
    }
  }

  /** Whether nothing but a low urgency tells of it, as where one list is nice to have. */
  private static boolean isLeast(ListUnit list, Evidence cues) {
    return !cues.has(Cue.UNDER_TOPIC)
        && !cues.has(Cue.UNDER_PERIOD)
        && !cues.has(Cue.NAMED_LIST)
        && Urgencies.exactLevel(list.section().title).filter(Urgency.LOW::equals).isPresent();
  }
}
