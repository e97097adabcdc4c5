package dev.replenish.plan.message;

import dev.replenish.audit.Trailers;
import dev.replenish.board.Task;
import dev.replenish.text.OneLine;
import java.util.ArrayList;
import java.util.List;

/**
 * A commit's message: a subject, paragraphs for people, and the trailers in a last paragraph of
 * their own (docs/reference/commits-and-trailers.md). Every line begins with a word of Replenish's
 * own, so that no title and no reason can be taken for a trailer, a divider or a comment.
 */
public final class Message {
  /** The longest subject, in characters. */
  static final int SUBJECT = 72;

  private static final int LINE = 1000;
  private static final int TITLE = 200;

  private final String subject;
  private final List<String> paragraphs = new ArrayList<>();

  /** A message that begins with {@code subject}, cut if it is too long. */
  public Message(String subject) {
    this.subject = OneLine.cut(OneLine.line(subject), SUBJECT);
  }

  /** The list item of {@code task}: a dash, its unchanged id, its title. */
  public static String item(Task task) {
    String name = task.name();
    String title = OneLine.cut(quoted(task.title()), TITLE);
    String both = InertText.line(name + " " + title);
    if (!both.startsWith(name + " ")) {
      both = name + " " + (name.indexOf('[') < 0 ? title : title.replace(']', ')'));
    }
    return ("- " + both).stripTrailing();
  }

  /** Untrusted text on one line, without anything that a service acts on. */
  public static String quoted(String text) {
    return InertText.line(OneLine.cut(OneLine.line(text), LINE));
  }

  /**
   * Adds a paragraph of {@code lines}, each cut to one line of limited length; none if there are no
   * lines.
   */
  public Message paragraph(List<String> lines) {
    if (!lines.isEmpty()) {
      StringBuilder text = new StringBuilder();
      for (String line : lines) {
        text.append(OneLine.cut(OneLine.line(line), LINE)).append('\n');
      }
      paragraphs.add(text.toString());
    }
    return this;
  }

  /** The whole message with {@code trailers}. */
  public String with(Trailers trailers) {
    return this + "\n" + trailers;
  }

  /** The message without trailers. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(subject).append('\n');
    for (String paragraph : paragraphs) {
      text.append('\n').append(paragraph);
    }
    return text.toString();
  }
}
