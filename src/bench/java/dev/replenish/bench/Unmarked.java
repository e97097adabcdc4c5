package dev.replenish.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Backlogs without marks, each extreme in its own way. */
enum Unmarked {
  LIST("200,000 check boxes in one list"),
  BOXES("90,000 check boxes below 900 headings"),
  HEADINGS("45,000 headings with a line of text each"),
  LEVELS("2,500 items, each one level below the last"),
  ROWS("90,000 rows of a table");

  private final String what;

  Unmarked(String what) {
    this.what = what;
  }

  String what() {
    return what;
  }

  /** Writes {@code BACKLOG.md}, and an empty {@code TODO.md}. */
  void write(Path folder) throws IOException {
    StringBuilder text = new StringBuilder("# Backlog\n");
    int tasks =
        switch (this) {
          case LIST -> 200_000;
          case BOXES, ROWS -> 90_000;
          case HEADINGS -> 45_000;
          case LEVELS -> 2_500;
        };
    if (this == LIST) {
      text.append('\n');
    }
    if (this == ROWS) {
      text.append("\n| Id | What | Priority | State |\n|---|---|---|---|\n");
    }
    for (int i = 1; i <= tasks; i++) {
      switch (this) {
        case LIST -> text.append("- [ ] Report ").append(i).append('\n');
        case BOXES -> {
          if (i % 100 == 1) {
            text.append("\n## Part ").append(i / 100 + 1).append("\n\n");
          }
          text.append("- [").append(i % 3 == 0 ? 'x' : ' ').append("] Describe report ");
          text.append(i).append(" to those who read it\n");
        }
        case HEADINGS ->
            text.append("## Describe report ").append(i).append("\nIt has a reader.\n");
        case LEVELS ->
            text.append("  ".repeat(i)).append("- Describe report ").append(i).append('\n');
        case ROWS -> text.append("| R-").append(i).append(" | Describe report | high | open |\n");
      }
    }
    Files.writeString(folder.resolve("BACKLOG.md"), text);
    Files.writeString(folder.resolve("TODO.md"), "# To do\n");
  }
}
