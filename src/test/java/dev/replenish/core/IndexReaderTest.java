package dev.replenish.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.IndexEntry;
import dev.replenish.board.IndexLine;
import dev.replenish.board.TaskIndex;
import dev.replenish.index.IndexReader;
import dev.replenish.plan.Repair;
import dev.replenish.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The entries of an index, their values, and damage that makes entries ambiguous. */
class IndexReaderTest {
  private static final String BEGIN = "## index_entry_begin\n";
  private static final String END = "## index_entry_end\n";

  private static TaskIndex read(String text) {
    return IndexReader.read(
        SourceText.of(BoardFiles.INDEX, "1", text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The ids and fields of all entries. */
  private static List<String> values(String text) {
    TaskIndex index = read(text);
    List<String> values = new ArrayList<>();
    for (IndexEntry entry : index.entries()) {
      values.add(index.source().text(entry.idTag()));
      for (IndexLine line : entry.lines()) {
        values.add(line.field().label() + "=" + index.source().text(line.value()));
      }
    }
    return values;
  }

  private static List<String> damage(String text) {
    return read(text).findings().stream()
        .map(finding -> finding.where().line() + ": " + finding.message())
        .toList();
  }

  /** The text after all fixable damage has been repaired once. */
  private static String repaired(String text) {
    TaskIndex index = read(text);
    List<Finding> fixable = index.findings().stream().filter(Finding::fixable).toList();
    return new String(Repair.edits(index.source(), fixable).apply(), StandardCharsets.UTF_8);
  }

  @Test
  void everyNotationOfALineIsRead() {
    List<String> values = List.of("[id:A-1]", "status=todo", "location=TODO.md", "title=a: b");
    assertEquals(
        values, values(BEGIN + "[id:A-1]\nstatus: todo\nlocation: TODO.md\ntitle: a: b\n" + END));
    assertEquals(
        values,
        values(BEGIN + "# [id:A-1]\n- Status: todo  \n* location:TODO.md\n  TITLE : a: b\n" + END));
    assertEquals(
        values,
        values(
            BEGIN
                + "- [id:A-1]\n- **Status:** todo\n- **Location**: TODO.md\n__Title:__ a: b\n"
                + END));
    assertEquals(
        List.of("[id:A-1]", "type=dev", "priority=P1", "status=", "status=done"),
        values(BEGIN + "[type:dev][id:A-1][owner:x] [priority:P1]\nstatus:\nstatus: done\n" + END));
  }

  @Test
  void markersInCommentsOrCodeAndTemplatesAreIgnored() {
    String entry = BEGIN + "[id:A-1]\n" + END;
    assertEquals(
        List.of("[id:A-2]"),
        values(
            "<!--\n"
                + entry
                + "-->\n```\n"
                + entry
                + "```\n"
                + BEGIN
                + "[id:TASK-YYYYMMDD-NNN]\n"
                + END
                + BEGIN
                + "[id:A-2]\n```\nstatus: todo\n"
                + END
                + "```\n"
                + END));
    assertEquals(List.of(), damage(entry + "\n<!--\n" + BEGIN + "-->\n"));
  }

  @Test
  void unclosedEntryIsReportedAndCanBeClosed() {
    String entry = BEGIN + "[id:A-1]\nstatus: todo\n";
    assertEquals(List.of("1: the entry has no '## index_entry_end'"), damage(entry + entry + END));
    assertEquals(
        entry + END + "\n---\n\n" + entry + END, repaired(entry + "\n---\n\n" + entry + END));
    assertEquals(entry + END, repaired(entry));
    assertEquals(entry + END.strip(), repaired(entry.strip()));
    assertEquals(
        (entry + END + entry + END).replace("\n", "\r\n"),
        repaired((entry + entry + END).replace("\n", "\r\n")));
    assertEquals("\uFEFF" + BEGIN + END.strip(), repaired("\uFEFF" + BEGIN.strip()));
  }

  @Test
  void endMarkerIsAddedOnlyWhereItIsVisible() {
    String list = BEGIN + "- [id:A-1]\n- a\n  ```\n  x\n\n";
    String html = BEGIN + "[id:A-1]\n\n<div>\n";
    String rest = BEGIN + "[id:A-2]\n" + END;
    for (String text : List.of(list + rest, html + "\n" + rest, html + "</div>\n\n---\n" + rest)) {
      TaskIndex index = read(repaired(text));
      assertEquals(List.of(), index.findings(), text);
      assertEquals(2, index.entries().size(), text);
    }
    for (String open : List.of("<!-- x\n", "```\n")) {
      assertEquals(BEGIN + "[id:A-1]\n" + open, repaired(BEGIN + "[id:A-1]\n" + open));
      assertEquals(2, damage(BEGIN + "[id:A-1]\n" + open).size());
    }
  }

  @Test
  void otherDamageIsReportedAtItsLine() {
    assertEquals(
        List.of("3: '## index_entry_end' closes no entry"),
        damage("# Index\n\n" + END + BEGIN + "[id:A-1]\n" + END));
    assertEquals(List.of("1: the entry has no [id:..]"), damage(BEGIN + "status: todo\n" + END));
    assertEquals(List.of("1: the entry has no [id:..]"), damage(BEGIN + "[id:]\n" + END));
    assertEquals(
        List.of("4: a code fence is never closed and hides what follows it"),
        damage(BEGIN + "[id:A-1]\n" + END + "```\n" + BEGIN));
    String glued = "## index_entry_begin # [id:A-1]\nstatus: todo\n" + END;
    assertEquals(
        List.of("1: there is other text on the line of '## index_entry_begin'"),
        damage(glued).subList(0, 1));
    assertEquals(BEGIN + "# [id:A-1]\nstatus: todo\n" + END, repaired(glued));
    assertEquals(
        List.of(FindingCode.INDEX_DAMAGED),
        read(glued).findings().stream().map(Finding::code).distinct().toList());
  }
}
