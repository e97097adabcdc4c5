package dev.replenish.dialect;

import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.StatusAliases;
import dev.replenish.board.TaskFields;
import dev.replenish.markdown.BlockScan;
import dev.replenish.text.Ascii;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one task's body line by line: comments are ignored, and fenced code has no
 * labels and no steps (docs/reference/format.md, "Fields").
 */
public final class Body {
  /** An inline field ends like a section of this level: only deeper headings belong to it. */
  private static final int INLINE_LEVEL = 3;

  private final SourceText source;
  private final BlockScan scan;
  private final List<Open> fields = new ArrayList<>();
  private final Set<FieldName> seenNames = EnumSet.noneOf(FieldName.class);
  private @Nullable Open open;
  private int fence = -1;

  private Body(SourceText source, Span body) {
    this.source = source;
    this.scan = new BlockScan(source.bytes(), body.from(), body.to());
  }

  /** The fields of the body at {@code body}. */
  public static TaskFields read(SourceText source, Span body) {
    return read(source, body, StatusAliases.NONE);
  }

  /** The fields of the body at {@code body}; words of {@code aliases} are statuses, too. */
  static TaskFields read(SourceText source, Span body, StatusAliases aliases) {
    return new TaskFields(new Body(source, body).readFields(), Optional.empty(), List::of, aliases);
  }

  private List<Field> readFields() {
    while (scan.next()) {
      switch (scan.kind()) {
        case HEADING -> heading();
        case FENCE -> fence = scan.blockStart();
        case CODE, TEXT, SETEXT -> line();
        case BLANK, RULE, HTML -> {}
      }
      if (open != null && scan.kind() != BlockScan.Kind.BLANK) {
        open.end = scan.lineEnd();
      }
    }
    List<Field> result = new ArrayList<>();
    for (Open field : fields) {
      result.add(field.field());
    }
    return result;
  }

  private void heading() {
    Span content = new Span(scan.headingStart(), scan.headingEnd());
    String text = source.text(content);
    String step = Step.title(text);
    if (step != null) {
      resumePlan(Open.HEADING_INDENT);
      if (open != null && open.isPlan()) {
        open.step(step, Open.HEADING_INDENT);
        open.add(text, content);
        return;
      }
    }
    String label = plain(text);
    boolean firstUse = isUnseen(label);
    if (firstUse || open == null || scan.level() <= open.level) {
      start(new Open(label, Span.at(content.to()), scan, scan.level(), true, 0));
    } else {
      open.detail(text, content);
    }
  }

  private void line() {
    Span text = Ascii.strip(source.bytes(), scan.lineStart(), scan.lineEnd());
    boolean code = scan.kind() == BlockScan.Kind.CODE && scan.blockStart() == fence;
    if (text.length() == 0) {
      return;
    }
    int indent = text.from() - scan.lineStart();
    String words = source.text(text);
    String step = code ? null : Step.title(words);
    if (step != null && open != null) {
      resumePlan(indent);
      open.step(step, indent);
      open.add(words, text);
      return;
    }
    Label label = code || step != null ? null : Label.parse(source, text.from(), text.to());
    if (label != null && beginsField(label, indent)) {
      int level = open != null && open.isStatusSection() ? open.level : INLINE_LEVEL;
      start(new Open(label.name(), label.value(), scan, level, false, indent));
      firstValue(label.value());
    } else if (open != null) {
      if (label != null && (indent == 0 || open.isSingleLine()) && isOneLine(label.name())) {
        addOneLineField(label);
      }
      open.detail(words, text);
    }
  }

  /** Adds a date or a name in a section as a field; the line stays part of the section as well. */
  private void addOneLineField(Label label) {
    Open field = new Open(label.name(), label.value(), scan, INLINE_LEVEL, false, 0);
    field.add(source.text(label.value()), label.value());
    fields.add(field);
  }

  /** Returns from a field inside a step of the plan to the plan if the next step begins. */
  private void resumePlan(int indent) {
    if (open != null && open.plan != null && open.plan.isNextStep(indent)) {
      open = open.plan;
    }
  }

  /**
   * Whether a label begins a field. The first use of a known label always does. Any other label
   * does unless it is deeper than the open field or in a section, where it is part of the text. A
   * status is a single word, so that any label below it begins a field.
   */
  private boolean beginsField(Label label, int indent) {
    if (open == null || isUnseen(label.name()) || open.isStatusSection()) {
      return true;
    }
    return !open.section && indent <= open.indent;
  }

  private boolean isUnseen(String label) {
    Optional<FieldName> name = FieldName.of(label);
    return name.isPresent() && !name.get().isOneLine() && !seenNames.contains(name.get());
  }

  private static boolean isOneLine(String label) {
    return FieldName.of(label).filter(FieldName::isOneLine).isPresent();
  }

  private void firstValue(Span value) {
    if (value.length() > 0 && open != null) {
      String words = source.text(value);
      String step = Step.title(words);
      if (step != null) {
        open.step(step, Open.NO_INDENT);
      }
      open.add(words, value);
    }
  }

  private void start(Open next) {
    Optional<FieldName> name = FieldName.of(next.label);
    if (name.isPresent()) {
      seenNames.add(name.get());
    }
    next.plan = open == null ? null : open.planAround(next);
    fields.add(next);
    open = next;
  }

  /** Heading text without emphasis, a final colon, and leading numbers or emoji. */
  private static String plain(String heading) {
    String text = heading.replace("*", "").replace("`", "").strip();
    int at = 0;
    while (at < text.length() && !Character.isLetter(text.charAt(at))) {
      at++;
    }
    String words = text.substring(at);
    return words.endsWith(":") ? words.substring(0, words.length() - 1).strip() : words;
  }

  /** A field that is being read. */
  private static final class Open {
    private static final Set<FieldName> STATUS_OR_EFFORT =
        EnumSet.of(FieldName.STATUS, FieldName.EFFORT);

    static final int NO_INDENT = Integer.MAX_VALUE - 1;
    static final int HEADING_INDENT = -2;

    final String label;
    final int level;
    final boolean section;
    final int indent;
    private final int from;
    private final boolean inline;
    private int end;
    private @Nullable Open plan;
    private Span valueSpan;
    private String value = "";
    private int stepIndent = NO_INDENT;
    private final List<String> lines = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();

    Open(String label, Span valueSpan, BlockScan scan, int level, boolean section, int indent) {
      this.label = label;
      this.from = scan.lineStart();
      this.end = scan.lineEnd();
      this.valueSpan = valueSpan;
      this.inline = valueSpan.length() > 0;
      this.level = level;
      this.section = section;
      this.indent = indent;
    }

    boolean isPlan() {
      return is(FieldName.PLAN);
    }

    boolean isStatusSection() {
      return section && is(FieldName.STATUS);
    }

    /** Whether its value is a single line, so that a label below is not part of the value. */
    boolean isSingleLine() {
      boolean alone = inline && lines.size() == 1 && steps.isEmpty();
      return alone
          || FieldName.of(label)
              .filter(name -> name.isOneLine() || STATUS_OR_EFFORT.contains(name))
              .isPresent();
    }

    private boolean is(FieldName name) {
      return FieldName.of(label).equals(Optional.of(name));
    }

    /**
     * The plan with {@code next} in one of its steps: this field or the plan around it; or null.
     */
    private @Nullable Open planAround(Open next) {
      Open around = isPlan() ? this : plan;
      boolean inside = around != null && !next.section && next.indent > around.stepIndent;
      return inside ? around : null;
    }

    private boolean isNextStep(int at) {
      return at <= stepIndent + 1;
    }

    /** Adds a line that is not a step; it becomes the title of a preceding step that has none. */
    void detail(String words, Span span) {
      title(words);
      add(words, span);
    }

    private void title(String words) {
      int last = steps.size() - 1;
      if (last >= 0 && steps.get(last).isEmpty()) {
        steps.set(last, words);
      }
    }

    void add(String words, Span span) {
      if (value.isEmpty()) {
        value = words;
        valueSpan = span;
      }
      lines.add(words);
    }

    /** Adds a numbered line: a step, or if indented more deeply, a detail of the step above. */
    void step(String title, int at) {
      if (at == NO_INDENT) {
        steps.add(title);
      } else if (isNextStep(at)) {
        steps.add(title);
        stepIndent = Math.min(stepIndent, at);
      } else {
        title(title);
      }
    }

    Field field() {
      Span extent = new Span(from, end);
      return new Field(label, value, valueSpan, extent, List.copyOf(lines), List.copyOf(steps));
    }
  }
}
