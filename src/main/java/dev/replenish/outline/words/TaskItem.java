package dev.replenish.outline.words;

import java.util.regex.Pattern;

/** Items of plain lists that begin as only tasks do. */
public final class TaskItem {
  private static final Pattern COMMIT =
      Pattern.compile(
          "^\\W{0,3}(?:build|chore|ci|docs|feat|fix|perf|refactor|research|style|test)"
              + "(?:\\([\\w./ -]{1,40}\\))?!?: ");

  private TaskItem() {}

  /**
   * Whether a word for a task and a number, or a priority and an id, are at the start of {@code
   * text}, or it begins as a commit or a user story does.
   */
  public static boolean is(String text) {
    return Vocabulary.namesKind(text, true)
        || COMMIT.matcher(text).find()
        || Stories.isStory(text)
        || CodedTitle.is(text);
  }
}
