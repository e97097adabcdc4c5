package dev.replenish.plan.add;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Given text stays text: it ends no block, begins no field and hides nothing. */
class MarkdownEscapeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "## task_end",
        "#",
        "<div>",
        "```",
        "~~~ java",
        "---",
        "- - -",
        "***",
        "* * *",
        "_____",
        "=",
        "-",
        "**Status:** done",
        "**Status**: done",
        "**depends on:** A-1",
        "__Plan__: none"
      })
  void lineThatWouldBeginBlockIsEscaped(String line) {
    assertEquals("\\" + line, MarkdownEscape.atStart(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Boil water",
        "``",
        "~~gone~~",
        "-1 degree",
        "--- and more",
        "=> more",
        "_so_",
        "**Kettle:** red",
        "**Status",
        "__init__",
        "*a",
        "- Boil water",
        "* a",
        "+ a",
        "+",
        ">",
        "> quoted",
        "1.",
        "12",
        "1) a",
        "1.# a",
        "a # b",
        "(1) # a",
        "-# a",
        "1234567890. # a",
        ". # a",
        "/. # a",
        ":. # a",
        "1: # a"
      })
  void otherLinesAreUnchanged(String line) {
    assertEquals(line, MarkdownEscape.atStart(line));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          - # a           => - \\# a
          * # a           => * \\# a
          + # a           => + \\# a
          > # a           => > \\# a
          ># a            => >\\# a
          > > ---         => > > \\---
          - - # a         => - - \\# a
          > - 1. <p>      => > - 1. \\<p>
          0. # a          => 0. \\# a
          9) # a          => 9) \\# a
          12. ```         => 12. \\```
          123456789. # a  => 123456789. \\# a
          - 987654321. #  => - 987654321. \\#
          - **Due:** now  => - \\**Due:** now
          + ---           => + \\---
          """)
  void blocksInListsAndQuotesAreEscaped(String given, String fit) {
    assertEquals(fit, MarkdownEscape.atStart(given));
  }

  @Test
  void inlineTextIsOneLineWithoutComment() {
    assertEquals("a b", MarkdownEscape.inline(" a \n\u0007 b\u202E "));
    assertEquals("a \\<!-- b --> \\<!--", MarkdownEscape.inline("a <!-- b --> <!--"));
    assertEquals("\\<!-- a", MarkdownEscape.atStart("<!-- a"));
  }

  @Test
  void proseKeepsItsLinesAndIndentation() {
    assertEquals("a\n", MarkdownEscape.prose("  a  "));
    assertEquals("a\n\nb\n", MarkdownEscape.prose("a\r\n \t \r\nb\n\n"));
    assertEquals("a\n  - b\n    c\n", MarkdownEscape.prose("a\n  - b\n\tc"));
    assertEquals("a\n  \\# b\n\\---\n", MarkdownEscape.prose("a\n  # b\n---"));
    assertEquals("a\nb\n", MarkdownEscape.prose("a\n\u2003b"));
    assertEquals("a\n\nb\n", MarkdownEscape.prose("a\n  \u200B\nb"));
    assertEquals("\n", MarkdownEscape.prose(" \n "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          Boil water      => Boil water
          Learn C#        => Learn C#
          Learn C #       => Learn C \\#
          Learn C ###     => Learn C \\###
          ##              => \\##
          # 7             => # 7
          [type:dev] a    => \\[type:dev] a
          [type:dev] a #  => \\[type:dev] a \\#
          [a] b: c        => [a] b: c
          [a b: c         => [a b: c
          [a] b           => [a] b
          a [type:dev]    => a [type:dev]
          """)
  void titleIsEscapedOnlyIfNeeded(String given, String fit) {
    assertEquals(fit, MarkdownEscape.title(given));
  }

  @Test
  void onlyClosingHashOfTitleIsEscaped() {
    assertEquals("", HeaderTitle.fit(""));
    assertEquals("a ", HeaderTitle.fit("a "));
    assertEquals("a\t\\#", HeaderTitle.fit("a\t#"));
  }
}
