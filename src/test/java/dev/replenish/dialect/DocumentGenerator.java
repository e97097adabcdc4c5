package dev.replenish.dialect;

import java.util.Random;

/** Composes small Markdown documents out of what is hard about block structure. */
final class DocumentGenerator {
  private static final String[] PREFIXES = {
    " ",
    "  ",
    "   ",
    "    ",
    "     ",
    "\t",
    " \t",
    "  \t",
    "\t\t",
    "> ",
    ">",
    ">\t",
    "> > ",
    " > ",
    "- ",
    "-\t",
    "-   ",
    "-     ",
    "-\t\t",
    " - ",
    "* ",
    "+ ",
    "*\t",
    "1. ",
    "1) ",
    "2. ",
    "10. ",
    "0. ",
    "1.\t",
    "1.     ",
    "01. ",
    "123456789. ",
    "1234567890. ",
    "   - ",
    "  1) ",
  };

  private static final String[] CONTENTS = {
    // what the tool looks for
    "## task_begin",
    "## task_end",
    "## group_begin [type:dev][priority:high]",
    "## task_begin ##",
    "### # [id:A] b",
    "#",
    "##",
    "#\tx",
    "# x ##  ",
    "## x#",
    "####### x",
    "#x",
    "## \\#",
    "# #",
    "\\## x",
    "##\t\t",
    "## ## #",
    // paragraphs, underlines, rules
    "text",
    "a b",
    "text",
    "===",
    "=",
    "= =",
    "==\t",
    "---",
    "--",
    "-",
    "- -",
    "- - -",
    "-- -",
    "***",
    "* * *",
    "**",
    "*",
    "_ _ _",
    "___",
    "__",
    "---x",
    "--- ---",
    "+",
    "+ + +",
    "*-*",
    "- * -",
    "===x",
    // fences
    "```",
    "```",
    "````",
    "``` js",
    "``` a`b",
    "~~~",
    "~~~",
    "~~~~",
    "~~~ a`b",
    "~~~ a~b",
    "``",
    "~~",
    "```  ",
    "~~~\t",
    "`````x",
    "```x```",
    // HTML blocks
    "<!--",
    "<!--",
    "-->",
    "<!-- x -->",
    "<!-->",
    "<!--->",
    "x -->",
    "<pre>",
    "<pre>",
    "</pre>",
    "<pre",
    "<PRE class=a>",
    "<script>x",
    "</script>",
    "<style",
    "</STYLE>x",
    "<textarea>",
    "<pre/>",
    "<?php",
    "?>",
    "<?",
    "<?>",
    "<!DOCTYPE html>",
    "<!D",
    ">",
    "<!",
    "<!-",
    "<![CDATA[",
    "]]>",
    "<![CDATA[x]]>",
    "<div>",
    "</div>",
    "<div",
    "<div x",
    "<divx>",
    "<DIV/>",
    "<p/>",
    "<h1>",
    "<h7>",
    "<hr",
    "<li>",
    "<table>",
    "<td/",
    "<search>",
    "</li",
    "<blockquote>",
    "<blockquotes>",
    "<a>",
    "<a",
    "</a>",
    "</a >",
    "</a b>",
    "<a/>",
    "<a />",
    "<a / >",
    "<b x=\"y>\">",
    "<a b='",
    "'>",
    "<a b=c d>",
    "<a b= c>",
    "<a b =c>",
    "<a b=>",
    "<a =b>",
    "<a b=c'd>",
    "<a b='c'd>",
    "<a b=c/>",
    "<a b='c' _d:e.f-g>",
    "<a  >",
    "<a>x",
    "<a> ",
    "<x-y>",
    "<-x>",
    "<1>",
    "< a>",
    "<a b=\"\"\t/>",
    "<http://a.b>",
    "<",
    "<<a>",
    "<a\fb>",
    "</",
    "</>",
    "<a b\u000b=c>",
    "<pre\f",
    "<div\u000b",
    // link reference definitions
    "[a]: /u",
    "[a]: /u",
    "[a]:",
    "[a]",
    "[",
    "[a",
    "b]: /u",
    "]: /u",
    "[]: /u",
    "[ ]: /u",
    "[a]: <b c>",
    "[a]: <",
    "[a]: <>",
    "[a]: <b",
    "c>",
    "[a]: <b<c>",
    "[a]: <b>c",
    "[a]: <b\\>c>",
    "[a]: /u 'x'",
    "[a]: /u 'x",
    "x'",
    "[a]: /u \"x\"",
    "\"x\"",
    "\"x",
    "x\"",
    "(x)",
    "(x",
    "x)",
    "[a]: /u (x)",
    "[a]: /u 'x' y",
    "'x' y",
    "[a]: /u\t'x'\t",
    "[a]: /u 'x\\'",
    "[a]: /u(x)",
    "[a] : /u",
    "[a\\]: /u",
    "[a\\]]: /u",
    "[a[b]: /u",
    "[a]:/u",
    "/u",
    "/u 'x'",
    "[a]: \\",
    "'",
    "[a]: /u'x'",
    "[a]: /u ()",
    "[a]: /u (()",
    "[\\",
    "[a]: /u\u0001",
    "[a]: /u\u007f",
    "[a]:\f/u",
    // other
    "",
    "",
    "",
    "",
    " ",
    "\t",
    "    ",
    "a\0b",
    "\0",
    "\u00e9",
    "\ud83d\ude00",
    "\f",
    "\u000b",
    "\u00a0",
    "\\",
    "&#35; x",
    "| a | b |",
    "\u2028",
    "\ufeff## x",
    "1.",
    "1)",
    "2.",
    "1.x",
    "1",
    "123456789)",
    "1. ## task_begin",
    "- ## task_begin",
    "> ## task_begin",
    "- - ## x",
    "1. 2x",
    "> - > x",
  };

  private static final String SOUP = "##--->>**+=_`~~<<!//aab1.)[]]:'\"\\ \t\t  \n\n\r1. - > ";

  private static final String[] BREAKS = {"\n", "\r\n", "\r"};

  private final Random random;

  DocumentGenerator(long seed) {
    random = new Random(seed);
  }

  String next() {
    StringBuilder text = new StringBuilder();
    if (random.nextInt(40) == 0) {
      text.append('\ufeff');
    }
    if (random.nextInt(10) == 0) {
      soup(text);
    } else {
      lines(text);
    }
    return text.toString();
  }

  private void soup(StringBuilder text) {
    for (int n = random.nextInt(60); n > 0; n--) {
      text.append(SOUP.charAt(random.nextInt(SOUP.length())));
    }
  }

  /** Lines that often repeat the prefix of the line before, so that containers stay open. */
  private void lines(StringBuilder text) {
    int style = random.nextInt(BREAKS.length + 2);
    int count = random.nextInt(10);
    String prefix = "";
    for (int i = 0; i < count; i++) {
      prefix = prefix(prefix);
      text.append(prefix).append(content());
      boolean last = i == count - 1;
      if (!last || random.nextInt(3) > 0) {
        text.append(BREAKS[style < BREAKS.length ? style : random.nextInt(BREAKS.length)]);
      }
    }
  }

  private String prefix(String before) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> before;
      case 2 -> before.replaceAll("[-+*0-9.)]", " ");
      case 3 -> before.replaceAll("[-+*0-9.)]", " ") + pick(PREFIXES);
      case 4 -> pick(PREFIXES);
      case 5 -> pick(PREFIXES) + pick(PREFIXES);
      default -> "";
    };
  }

  private String content() {
    String content = pick(CONTENTS);
    return switch (random.nextInt(12)) {
      case 0 -> content + " " + pick(CONTENTS);
      case 1 -> content + pick(CONTENTS);
      default -> content;
    };
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }
}
