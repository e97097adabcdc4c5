package dev.replenish.core;

import dev.replenish.core.Language.About;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * A random backlog whose open tasks are known by line: one way of writing, one language, and
 * sections that look like tasks but are not. It has nothing that is unclear to a careful reader: in
 * the invented language, plain tasks have no other sections beside them.
 */
final class MadeUpBacklog {
  /** A way of writing tasks. */
  enum Way {
    BOXES,
    BOXES_WITH_STEPS,
    BOXES_IN_COLUMNS,
    ROWS,
    ROWS_WITH_BOXES,
    HEADINGS_WITH_FIELDS,
    HEADINGS_WITH_NUMBERS,
    HEADINGS_WITH_BOXES,
    HEADINGS_BELOW_EPICS,
    BOXES_IN_BOLD,
    PLAIN,
    NUMBERED,
    LABELLED,
    BY_VERSION,
    ROWS_WITH_STATES,
    HEADINGS_WITH_STATES,
    STRUCK_THROUGH,
    LINES;

    /** Whether only words distinguish a task from another item. */
    boolean isPlain() {
      return compareTo(PLAIN) >= 0;
    }
  }

  /** The ways in which a word gives the state. */
  private static final Set<Way> STATE_IN_WORDS =
      EnumSet.of(Way.BOXES_IN_COLUMNS, Way.ROWS_WITH_STATES, Way.HEADINGS_WITH_STATES);

  private static final Set<About> ABOVE =
      EnumSet.of(About.LEGEND, About.INSTRUCTIONS, About.FACTS, About.TEAM, About.METRICS);

  final Way way;
  final Language language;
  private final Random random;
  private final Set<About> noise = EnumSet.noneOf(About.class);
  private final List<String> lines = new ArrayList<>();
  private final Set<Integer> open = new HashSet<>();
  private final List<String> ids = new ArrayList<>();
  private final boolean boilerplate;
  private final MadeUpLines text;
  private int serial;

  MadeUpBacklog(Random random) {
    this.random = random;
    this.language = any(Language.values());
    this.way = way();
    this.text = new MadeUpLines(random, language);
    boolean known = language.isKnown() || !way.isPlain();
    for (About about : About.values()) {
      if (known && chance(4)) {
        noise.add(about);
      }
    }
    this.boilerplate = !way.isPlain() && chance(4);
    write();
  }

  private Way way() {
    Way drawn = any(Way.values());
    return language.isKnown() || !STATE_IN_WORDS.contains(drawn) ? drawn : Way.BOXES;
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  /** The numbers of the lines on which open tasks begin. */
  Set<Integer> open() {
    return open;
  }

  private boolean chance(int of) {
    return random.nextInt(of) == 0;
  }

  private <E> E any(E[] all) {
    return all[random.nextInt(all.length)];
  }

  private void write() {
    if (chance(5)) {
      frontMatter();
    }
    if (chance(4)) {
      add("<!--", "- [ ] " + language.title(random, 0), "## " + language.noun(random), "-->", "");
    }
    add("# Backlog", "");
    if (chance(2)) {
      add(language.sentence(random) + " " + language.sentence(random), "");
    }
    beside(0);
    int sections = 1 + random.nextInt(4);
    for (int i = 0; i < sections; i++) {
      section(i);
    }
    beside(1);
  }

  private void frontMatter() {
    add("---", "status: done", "tags:", "  - " + language.noun(random), "todo:", "- one", "---");
  }

  /** Adds the sections beside the tasks: those above them (half 0) or below them (half 1). */
  private void beside(int half) {
    for (About about : noise) {
      boolean above = ABOVE.contains(about);
      if (above == (half == 0) && (about != About.ORDER || ids.size() > 2)) {
        add("## " + language.heading(random, about), "");
        noise(about);
        add("");
      }
    }
  }

  private void noise(About about) {
    if (way == Way.LINES) {
      text.noise(about).forEach(this::add);
      return;
    }
    switch (about) {
      case LEGEND -> add("- 🔴 = " + language.noun(random), "- 🟡 = " + language.noun(random));
      case FACTS -> facts();
      case ORDER -> order();
      case INSTRUCTIONS, NOTES -> sentences();
      case SHIPPED -> shipped();
      case QUESTIONS -> questions();
      case DECISIONS, RISKS, GLOSSARY -> defined();
      case CHANGES -> changes();
      case TEAM -> team();
      case METRICS -> metrics();
      case REFERENCES -> add("- [a](docs/a.md)", "- `docs/plan/b.md`", "- https://example.org/c");
    }
  }

  private void facts() {
    if (chance(2)) {
      add("| " + language.noun(random) + " | " + language.noun(random) + " |", "|---|---|");
      add("| " + language.noun(random) + " | 12 |", "| " + language.noun(random) + " | 7 |");
    } else {
      add("- " + language.noun(random) + ": 12", "- " + language.noun(random) + ": 7");
      add("- " + language.noun(random) + ": 31");
    }
  }

  private void questions() {
    add(
        "- " + language.noun(random) + "?",
        "- " + language.noun(random) + " / " + language.noun(random) + "?");
  }

  private void defined() {
    for (int i = 2 + random.nextInt(2); i > 0; i--) {
      add("- **" + language.noun(random) + "**: " + language.sentence(random));
    }
  }

  private void changes() {
    add("- 2026-03-0" + (1 + random.nextInt(9)) + ": " + language.sentence(random));
    add("- 2026-02-1" + random.nextInt(10) + ": " + language.sentence(random));
  }

  private void team() {
    add("- Ida (" + language.person(random) + ")", "- Olek (" + language.person(random) + ")");
  }

  private void metrics() {
    add("| " + language.noun(random) + " | 2025 | 2026 |", "|---|---|---|");
    add(
        "| " + language.noun(random) + " | 12 % | 40 % |",
        "| " + language.noun(random) + " | 3 | 9 |");
  }

  private void order() {
    add("1. " + ids.get(0) + ", " + ids.get(1), "2. " + ids.get(2));
  }

  private void sentences() {
    for (int i = 2 + random.nextInt(3); i > 0; i--) {
      add("- " + language.sentence(random));
    }
  }

  /** In the invented language, only a tick shows that a task is done. */
  private void shipped() {
    String mark = !language.isKnown() || chance(2) ? "- [x] " : "- ";
    add(mark + language.title(random, ++serial), mark + language.title(random, ++serial));
  }

  private void section(int number) {
    String topic = way == Way.BY_VERSION ? "v1." + (number + 2) : language.topic(random, number);
    int column = number % 3;
    add("## " + (way == Way.BOXES_IN_COLUMNS ? language.column(column) : topic), "");
    if (chance(3)) {
      add(language.sentence(random), "");
    }
    if (way == Way.HEADINGS_BELOW_EPICS) {
      add("### " + Language.capital(language.noun(random)) + " " + number, "");
    }
    int tasks = 2 + random.nextInt(3);
    head();
    for (int i = 0; i < tasks; i++) {
      task(i, column);
    }
    add("");
    if (boilerplate) {
      add("- " + ALWAYS, "");
    }
  }

  private void head() {
    switch (way) {
      case ROWS -> table("ID", language.noun(random), language.label(0));
      case ROWS_WITH_BOXES -> table(" ", language.noun(random), language.label(1));
      case ROWS_WITH_STATES -> table("ID", language.noun(random), language.label(3));
      default -> {}
    }
  }

  private void table(String... columns) {
    add("| " + String.join(" | ", columns) + " |", "|---|---|---|");
  }

  private static final String ALWAYS = "See the guide.";

  private void task(int number, int column) {
    String title = language.title(random, ++serial);
    switch (way) {
      case BOXES -> box(title, !chance(5));
      case BOXES_WITH_STEPS -> {
        box(title, true);
        add("  - [ ] " + language.noun(random), "  - " + language.sentence(random));
      }
      case BOXES_IN_COLUMNS -> column(title, column);
      case ROWS -> open("| " + id() + " | " + title + " | P" + (1 + random.nextInt(3)) + " |");
      case ROWS_WITH_BOXES -> state("| [%s] | " + title + " | 2 h |", chance(4) ? "x" : " ");
      case ROWS_WITH_STATES -> {
        int state = random.nextInt(3);
        line("| " + id() + " | " + title + " | " + language.column(state) + " |", state == 0);
      }
      case HEADINGS_WITH_STATES -> {
        int state = random.nextInt(3);
        line("### " + id() + ": " + title, state == 0);
        add("", "**" + language.label(3) + ":** " + language.column(state), "");
        parts();
      }
      case HEADINGS_BELOW_EPICS -> {
        open("#### " + id() + ": " + title);
        add("", language.sentence(random), "");
        parts();
      }
      case BOXES_IN_BOLD ->
          state("- [%s] **" + title + "**: " + language.sentence(random), chance(4) ? "x" : " ");
      case STRUCK_THROUGH -> {
        boolean done = chance(3);
        line(done ? "- ~~" + title + "~~" : "- " + title, !done);
      }
      case HEADINGS_WITH_FIELDS -> fields(title);
      case HEADINGS_WITH_NUMBERS -> numbered(title);
      case HEADINGS_WITH_BOXES -> boxed(title);
      case PLAIN, BY_VERSION -> open("- " + title);
      case NUMBERED -> open((number + 1) + ". " + title);
      case LINES -> {
        text.above(number).forEach(this::add);
        open(text.line(title, number));
      }
      case LABELLED -> open("- **" + title + "** — " + language.sentence(random));
    }
  }

  private void box(String title, boolean todo) {
    state("- [%s] " + title, todo ? " " : "x");
  }

  private void state(String line, String box) {
    line(line.formatted(box), box.isBlank());
  }

  private void line(String line, boolean todo) {
    if (todo) {
      open(line);
    } else {
      add(line);
    }
  }

  private void column(String title, int column) {
    if (column == 0) {
      open("- [ ] " + title);
    } else {
      add((column == 1 ? "- [ ] " : "- [x] ") + title);
    }
  }

  private String id() {
    String id = "T-" + (100 + serial);
    ids.add(id);
    return id;
  }

  private void fields(String title) {
    open("### " + id() + " " + title);
    add("", "**" + language.label(0) + ":** P" + (1 + random.nextInt(3)));
    add("**" + language.label(1) + ":** " + (1 + random.nextInt(5)) + " h", "");
    parts();
  }

  private void numbered(String title) {
    open("### " + serial + ". " + title);
    add("", language.sentence(random) + " " + language.sentence(random), "");
    add("**" + language.label(2) + ":** " + language.noun(random), "");
    parts();
  }

  private void boxed(String title) {
    open("### [ ] " + title);
    add("", language.sentence(random), "");
    parts();
  }

  private void parts() {
    if (chance(2)) {
      add("- " + language.sentence(random), "- " + language.sentence(random), "");
    }
  }

  private void open(String line) {
    add(line);
    open.add(lines.size());
  }

  private void add(String... more) {
    lines.addAll(List.of(more));
  }

  /** A description for failure messages. */
  @Override
  public String toString() {
    return (way + " in " + language + " beside " + noise).toLowerCase(Locale.ROOT);
  }
}
