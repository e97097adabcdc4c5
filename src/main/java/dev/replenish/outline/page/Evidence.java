package dev.replenish.outline.page;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The cues found for one heading, list or table, and their sum. */
public final class Evidence {
  private final List<Cue> cues = new ArrayList<>();
  private final Set<Cue> found = EnumSet.noneOf(Cue.class);
  private int own;
  private int neighbours;

  public Evidence add(Cue cue) {
    cues.add(cue);
    found.add(cue);
    own += cue.weight;
    return this;
  }

  public Evidence addIf(boolean found, Cue cue) {
    return found ? add(cue) : this;
  }

  /** Sets the weight that the neighbours add. */
  public void neighbours(int weight) {
    neighbours = weight;
  }

  public boolean has(Cue cue) {
    return found.contains(cue);
  }

  /** Whether nothing above a list says that its items are to be done. */
  public boolean lacksContext() {
    return !has(Cue.UNDER_TOPIC)
        && !has(Cue.UNDER_URGENCY)
        && !has(Cue.UNDER_PERIOD)
        && !has(Cue.UNDER_HORIZON)
        && !has(Cue.NAMED_LIST);
  }

  public boolean isStrong() {
    return found.stream().anyMatch(cue -> cue.strong);
  }

  /** The sum of its own cues, without the neighbours. */
  public int own() {
    return own;
  }

  public int sum() {
    return own + neighbours;
  }

  /** The cues with their weights, for users: {@code a number +1.5}. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    cues.forEach(cue -> words.add(cue.words + " " + points(cue.weight)));
    if (neighbours != 0) {
      words.add(Cue.NEIGHBOURS.words + " " + points(neighbours));
    }
    return words;
  }

  /** Tenths of a point with a sign: {@code +1.5}. */
  public static String points(int tenths) {
    int whole = Math.abs(tenths);
    return (tenths < 0 ? "-" : "+") + whole / 10 + "." + whole % 10;
  }
}
