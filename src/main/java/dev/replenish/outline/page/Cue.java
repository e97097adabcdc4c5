package dev.replenish.outline.page;

/**
 * A fact that counts for or against reading something as a task, with its weight: this is the one
 * table of weights (docs/reference/unmarked.md, "How a file is read").
 */
public enum Cue {
  // ---- headings: tasks from 20, if at least one cue is strong
  BOX(40, true, "a box in front of it"),
  FIELD(30, true, "a status, a priority or an estimate of its own"),
  ID(25, true, "an id"),
  TAG(15, true, "a state in brackets"),
  ISSUE(15, true, "a number of an issue"),
  NUMBER(15, false, "a number"),
  RUNNING_NUMBER(10, true, "its number continues those of another group"),
  CHAPTER(3, false, "a number, as all chapters here have"),
  PICTURE(15, true, "a picture or a word for its state"),
  CODE(15, true, "a code in front of it, as others of its level have"),
  KIND(15, true, "a word for a task in front of it, or the words of a user story"),
  VERB(5, false, "it begins with a verb for an action"),
  VERBS(0, false, "most headings here begin with a verb for an action"),
  LEVEL(15, true, "an urgency of its own, as others of its level have"),
  LABEL_AGAIN(9, true, "a label that others of its level have"),
  PART_AGAIN(9, true, "a sub-heading that others of its level have"),
  COLUMN(15, true, "it is under a heading for a state or an urgency"),
  LABELLED_BODY(5, false, "labelled lists and nothing else below it"),
  TITLES(10, true, "only headings of its level are titles with text below"),
  MOVED_LEVEL(35, true, "headings of its level were moved as tasks"),
  PROSE(7, false, "text of its own below it"),
  LONG_TITLE(5, false, "a title of four words or more"),
  NAMED_TASK(200, true, "a comment says that it is a task"),
  MOVED_HEADINGS(30, true, "headings beside it were moved as tasks"),
  EACH_HEADING(60, true, "a comment says that each heading here is a task"),
  NAMED_GROUP(-200, false, "a comment says that it is a group, or a note"),
  TOPIC(-50, false, "it names a state"),
  TITLE_AGAIN(-50, false, "other headings have the same title"),
  URGENCY(-40, false, "it names an urgency"),
  TASKS_BELOW(-30, false, "boxes or rows below it"),
  STEPS_BELOW(-10, false, "boxes below it that may be its steps"),
  GROUP_WORD(-30, false, "its title is a name for groups"),
  SERIES(-30, false, "other headings have the same word with another number"),
  PERIOD(-20, false, "it names a version or a time"),
  INFORMS(-20, false, "its title announces information"),
  OWN_STEPS(0, false, "a few boxes after text, as below other headings with a number"),
  BOXES_UNCLEAR(-10, false, "boxes below it that may be its steps, or the tasks"),
  LIST_UNCLEAR(
      -10, false, "a longer list than below other headings with a number, which may be the tasks"),
  LIST_ONLY(-12, false, "nothing but a list below it"),
  LIST_BELOW(-10, false, "a list below it that may be the tasks"),
  TITLES_BELOW(-15, false, "paragraphs below it that have titles, and may be the tasks"),
  FINISHED_BESIDE(8, true, "headings beside it are struck out or finished"),
  DATED(0, false, "headings here end with a day in brackets, as in a log"),
  OTHERWISE(-15, false, "it lacks the id, label or state that others of its level have"),
  NEIGHBOURS(0, false, "its neighbours"),

  // ---- plain lists: tasks from 2, notes below -5, unclear between
  LIST(10, false, "a list"),
  NAMED_LIST(200, false, "a comment says that its items are tasks"),
  UNDER_TOPIC(20, false, "it is under a state"),
  UNDER_URGENCY(12, false, "it is under an urgency"),
  UNDER_PERIOD(12, false, "it is under a version or a time"),
  KINDS(20, false, "its items begin with a word for a task or an id, or as commits or stories do"),
  RUNNING_ITEMS(20, false, "its numbers continue those of lists that hold tasks"),
  UNDER_DAY(-20, false, "it is under a day, as in a log"),
  UNDER_HORIZON(0, false, "it is under a relative time, such as \"next week\""),
  MARKED(9, false, "some of its items have a state, an urgency or a day of their own"),
  FEW_MARKED(-9, false, "only a few of its items have a state, an urgency or a day"),
  UNBACKED(-9, false, "nothing says that its items are tasks"),
  OUTWEIGHED(-9, false, "most lists of this file hold no tasks"),
  LEAST(-12, false, "only a low urgency counts for it"),
  RICHER(-18, false, "the tasks of this file are written in a richer form"),
  RICHER_FEW(-12, false, "some tasks of this file are written in a richer form"),
  RICHER_MAYBE(-9, false, "some tasks of this file may be written in a richer form"),
  MOVED_RICHER(-200, false, "what was moved from here had a richer form"),
  TITLED_ABOVE(-30, false, "a paragraph with a title of its own introduces it"),
  ELSEWHERE(-9, false, "other headings announce tasks"),
  NUMBERED_ABOVE(-10, false, "its heading has a number, and may be the task"),
  TITLES_ABOVE(-30, false, "its heading and those beside it have titles, and may be the tasks"),
  BESIDE_TASKS(-30, false, "headings beside its own are tasks"),
  LIST_INFORMS(-12, false, "the text above it announces information"),
  LABELLED(-10, false, "a sentence or a bold label introduces it"),
  LABELLED_BRIEFLY(-9, false, "a label above it"),
  BESIDE_GROUPS(5, false, "it is alone below a heading beside those that hold tasks"),
  DATA(-15, false, "labelled values"),
  FIELDS(-9, false, "half of its items begin with a label, beside tasks in a richer form"),
  ORDER(-25, false, "its items name other tasks"),
  STAGES_AGAIN(-35, false, "its items name headings by word and number"),
  REFERENCES(-20, false, "paths and links"),
  AGAIN(-30, false, "its items are in other sections too"),
  ALL_AGAIN(30, false, "the items of most lists here are in other sections too"),
  LABEL_TEMPLATE(-12, false, "its label is above lists elsewhere too"),
  ITEM_TEMPLATE(-12, false, "a label of its items is in lists elsewhere too"),
  THEMES(-20, false, "bold items with others nested in them, which may be the tasks"),
  TIMES(-20, false, "labels for relative times, such as \"later\""),
  LEGEND(-25, false, "it explains signs"),
  PROSE_ABOVE(-9, false, "a sentence or two above it"),
  AMONG_PROSE(-9, false, "more than a line or two of text around it"),

  // ---- lines of text: the thresholds are those of plain lists
  LINES(-10, false, "lines of text without a mark"),
  LINES_ONLY(5, false, "this file has little else"),
  UNDER_LEDGER(12, false, "their heading is a name for lists of tasks"),
  BELOW_LEDGER(7, false, "a heading further above is a name for lists of tasks"),
  UNDER_GROUP(9, false, "their heading is a name for groups"),
  VERBS_IN_FRONT(9, false, "a third of them begin with a verb for an action"),
  SIGNED(5, false, "each has a sign or a number in front or ends in a semicolon"),
  ITEMS_BESIDE(-9, false, "this file has lists too"),
  LINE_ALONE(-15, false, "one line alone"),
  MIXED(-15, false, "the text between them may describe them, or all may be one text"),
  TITLES_WITHIN(-15, false, "each paragraph may begin with a title"),

  // ---- tables: tasks from 20, unclear from 10
  TITLE_COLUMN(20, false, "a column for titles"),
  DESCRIPTION_COLUMN(5, false, "a column for descriptions"),
  STRANGE_COLUMN(5, false, "a column with an unknown header"),
  RICHER_OTHERS(-15, false, "the tasks of this file are headings or have boxes"),
  TASK_COLUMN(10, false, "a column for an id, a priority, a state or an estimate"),
  OTHER_COLUMNS(-10, false, "columns of which none is for tasks"),
  STATES(-5, false, "a column that may give states in unknown words"),
  CODES(-40, false, "its rows have codes and no titles"),
  GROUP_ROWS(-40, false, "each of its rows is about a group"),
  ROWS_AGAIN(-40, false, "its rows name tasks of a table above"),
  NAMED_TABLE(200, false, "a comment says that its rows are tasks"),
  TABLE_INFORMS(-15, false, "the text above it announces information");

  /** Its weight, in tenths of a point: above zero for a task, below zero against it. */
  final int weight;

  /** Whether it is strong: a heading without any strong cue is never a task. */
  final boolean strong;

  /** The description that users see. */
  final String words;

  Cue(int weight, boolean strong, String words) {
    this.weight = weight;
    this.strong = strong;
    this.words = words;
  }
}
