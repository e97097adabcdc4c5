package dev.replenish.outline.page;

import dev.replenish.outline.words.Urgencies;
import dev.replenish.outline.words.Urgency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds the cues that the plain lists of a document give one another, see {@link Cue}.
 *
 * @param enough the least sum of cues of a list that holds tasks
 * @param alone whether nothing in a richer form is or may be a task
 */
public record ListsTogether(ItemForms forms, int enough, boolean alone) {
  /** How many lists are needed for the majority of them to count. */
  private static final int MANY = 4;

  /** Adds the cues for items that recur and for orders. */
  public void addCues(List<ListUnit> lists, List<Evidence> evidence) {
    if (alone) {
      boilerplate(lists, evidence);
    }
    order(lists, evidence);
  }

  /** Items that recur count as tasks again if they do so in most lists. */
  private void boilerplate(List<ListUnit> lists, List<Evidence> evidence) {
    long again = evidence.stream().filter(cues -> cues.has(Cue.AGAIN)).count();
    for (int i = 0; again * 2 > lists.size() && i < evidence.size(); i++) {
      Evidence cues = evidence.get(i);
      cues.addIf(cues.has(Cue.AGAIN) && !forms.areLabels(lists.get(i)), Cue.ALL_AGAIN);
    }
  }

  /** A list is an order too if the items of a list below a neighbouring heading name tasks. */
  private static void order(List<ListUnit> lists, List<Evidence> evidence) {
    Set<Section> orders = new HashSet<>();
    for (int i = 0; i < evidence.size(); i++) {
      Section above = lists.get(i).section().parent;
      if (evidence.get(i).has(Cue.ORDER) && isGroup(above)) {
        orders.add(above);
      }
    }
    for (int i = 0; i < evidence.size() && !orders.isEmpty(); i++) {
      Evidence cues = evidence.get(i);
      boolean beside = orders.contains(lists.get(i).section().parent);
      cues.addIf(beside && !cues.has(Cue.ORDER), Cue.ORDER);
    }
  }

  private static boolean isGroup(@Nullable Section section) {
    return section != null && !section.isRoot() && !section.isDocumentTitle();
  }

  /**
   * Adds cues against lists that only their words prove, if most lists hold no tasks.
   *
   * @param emptied the number of lists with no item left
   */
  public void outweigh(List<ListUnit> lists, List<Evidence> evidence, int emptied) {
    int tasks = 0;
    int informing = 0;
    for (Evidence cues : evidence) {
      boolean task = cues.sum() >= enough;
      tasks += task ? 1 : 0;
      informing += !task && cues.has(Cue.LIST_INFORMS) ? 1 : 0;
    }
    int count = lists.size() - informing + emptied;
    boolean few = (tasks + emptied) * 2 < count && count >= MANY;
    for (int i = 0; few && i < evidence.size(); i++) {
      Evidence cues = evidence.get(i);
      boolean least = isLeast(lists.get(i), cues);
      boolean words =
          (least || cues.lacksContext()) && !cues.has(Cue.KINDS) && !cues.has(Cue.MARKED);
      cues.addIf(words && cues.sum() >= enough, Cue.OUTWEIGHED).addIf(least, Cue.LEAST);
    }
  }

  /** Whether only a low urgency counts for the list, as where it is nice to have. */
  private static boolean isLeast(ListUnit list, Evidence cues) {
    return !cues.has(Cue.UNDER_TOPIC)
        && !cues.has(Cue.UNDER_PERIOD)
        && !cues.has(Cue.NAMED_LIST)
        && Urgencies.exactLevel(list.section().title).filter(Urgency.LOW::equals).isPresent();
  }
}
