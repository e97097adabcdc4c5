package dev.replenish.outline.page;

import dev.replenish.outline.page.Items.Item;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Plain lists whose items have numbers or ids that continue from one section to the next, as in one
 * register: if several of these lists are proven, the unclear ones hold tasks too.
 *
 * @param notes the least sum of cues of an unclear list
 * @param enough the least sum of cues of a list that holds tasks
 */
public record RunningItems(Outline outline, int notes, int enough) {
  /** The least number of sections with such lists. */
  private static final int SECTIONS = 3;

  /** The least number of such lists that must be proven. */
  private static final int PROVEN = 2;

  private static final Pattern NAME =
      Pattern.compile("^[^\\p{L}\\p{N}#]*([A-Z][A-Z0-9]*-)(\\d{1,6})(?![\\p{L}\\p{N}])");
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,6})[.)]\\s*$");

  /** The name of an item: the letters before its number; none for the number of a list item. */
  private record Name(String letters, int number) {}

  /** The names of a list, which have the same letters and ascending numbers. */
  private record Range(String letters, int first, int last) {
    private boolean follows(Range before) {
      return first > before.last;
    }
  }

  /** Lists that continue one another, and the number of emptied sections among them. */
  private static final class Series {
    private final List<Integer> lists = new ArrayList<>();
    private int emptied;
    private Range last;

    private Series(Range first) {
      this.last = first;
    }
  }

  /**
   * Adds a cue to each unclear list of a series in which other lists are proven.
   *
   * @param emptied the sections from which all items were moved: their lists were proven
   */
  public void add(List<ListUnit> lists, List<Evidence> evidence, List<Section> emptied) {
    for (Series series : allSeries(lists, emptied)) {
      long proven = series.lists.stream().filter(i -> evidence.get(i).sum() >= enough).count();
      Set<Section> sections = new HashSet<>();
      series.lists.forEach(i -> sections.add(lists.get(i).section()));
      if (proven + series.emptied >= PROVEN && sections.size() + series.emptied >= SECTIONS) {
        boolean numbers = series.last.letters.isEmpty();
        for (int i : series.lists) {
          Evidence cues = evidence.get(i);
          boolean informs = numbers && cues.has(Cue.LIST_INFORMS);
          boolean unclear = notes <= cues.sum() && cues.sum() < enough;
          cues.addIf(unclear && !informs, Cue.RUNNING_ITEMS);
        }
      }
    }
  }

  private List<Series> allSeries(List<ListUnit> lists, List<Section> emptied) {
    Map<String, int[]> places = new HashMap<>();
    List<Series> all = new ArrayList<>();
    Map<String, Series> open = new HashMap<>();
    for (int i = 0; i < lists.size(); i++) {
      Range range = range(lists.get(i)).orElse(null);
      if (range == null) {
        continue;
      }
      Series series = open.get(range.letters);
      if (series == null || !range.follows(series.last)) {
        series = new Series(range);
        open.put(range.letters, series);
        all.add(series);
      }
      boolean first = series.lists.isEmpty();
      if (range.first > (first ? 0 : series.last.last) + 1) {
        int above = first ? 0 : lists.get(series.lists.get(series.lists.size() - 1)).first();
        int[] lines = places.computeIfAbsent(range.letters, letters -> lines(emptied, letters));
        series.emptied += before(lists.get(i).first(), lines) - before(above, lines);
      }
      series.lists.add(i);
      series.last = range;
    }
    return all;
  }

  /** The first lines of those sections whose moved tasks may have had names with these letters. */
  private int[] lines(List<Section> emptied, String letters) {
    return emptied.stream()
        .filter(section -> letters.isEmpty() || hadNames(section, letters))
        .mapToInt(section -> section.from)
        .toArray();
  }

  private boolean hadNames(Section section, String letters) {
    int at = section.from;
    while (at < section.ownEnd() && outline.line(at).isBlank()) {
      at++;
    }
    return at < section.ownEnd() && outline.text(at).contains(" " + letters);
  }

  /** The number of {@code lines}, which are in ascending order, before a line. */
  private static int before(int line, int[] lines) {
    int found = Arrays.binarySearch(lines, line);
    return found < 0 ? -found - 1 : found;
  }

  private Optional<Range> range(ListUnit list) {
    Range range = null;
    for (Item item : list.items()) {
      Name name = name(item);
      if (name == null
          || (range != null
              && (!name.letters.equals(range.letters) || name.number <= range.last))) {
        return Optional.empty();
      }
      range = new Range(name.letters, range == null ? name.number : range.first, name.number);
    }
    return Optional.ofNullable(range);
  }

  private @Nullable Name name(Item item) {
    Matcher named = NAME.matcher(outline.text(item.first));
    if (named.find()) {
      return new Name(named.group(1), Integer.parseInt(named.group(2)));
    }
    return item.numbered ? number(outline.line(item.first)) : null;
  }

  private @Nullable Name number(Line line) {
    Matcher number = NUMBER.matcher(outline.source().text(new Span(line.start(), line.content())));
    return number.find() ? new Name("", Integer.parseInt(number.group(1))) : null;
  }
}
