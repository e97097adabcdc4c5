package dev.replenish.markdown;

import java.util.Random;

/** Composes small Markdown documents from the difficult parts of block structure. */
final class DocumentGenerator {
  private static final String[] PREFIXES =
      parts(
          """
           ¦  ¦   ¦    ¦     ¦\t¦ \t¦  \t¦\t\t¦> ¦> ¦>¦>\t¦> > ¦ > ¦- ¦- ¦-\t¦-   ¦-     ¦-\t\t¦ - ¦* ¦+ ¦
          *\t¦1. ¦1. ¦1) ¦2. ¦10. ¦0. ¦1.\t¦1.     ¦01. ¦123456789. ¦1234567890. ¦   - ¦  1) ¦> - ¦- > \
          """);

  private static final String[] MARKERS =
      parts(
          """
          ## task_begin¦## task_begin¦## task_end¦## group_begin [type:dev]¦## task_begin ##¦### # [id:A] b¦
          #¦##¦#\tx¦# x ##  ¦## x#¦####### x¦#x¦## \\#¦# #¦\\## x¦##\t\t¦## ## #¦- ## x¦1. ## x¦> ## x\
          """);

  private static final String[] TEXTS =
      parts(
          """
          text¦text¦text¦a b¦a¦\\¦é¦===¦===¦---¦---¦=¦-¦--¦- -¦= =¦==\t¦===x¦---x¦***¦- - -¦-- -¦* * *¦**¦*¦
          _ _ _¦___¦__¦--- ---¦+¦+ + +¦*-*¦- * -¦1.¦1)¦2.¦1.x¦1¦123456789)¦1. 2x¦> - > x¦| a | b |\
          """);

  private static final String[] FENCES =
      parts(
          """
          ```¦```¦```¦~~~¦~~~¦````¦~~~~¦``` js¦``` a`b¦~~~ a`b¦~~~ a~b¦``¦~~¦```  ¦~~~\t¦`````x¦```x```\
          """);

  private static final String[] OPEN_HTML =
      parts(
          """
          <!--¦<!--¦-->¦-->¦<!-- x -->¦<!-->¦<!--->¦x -->¦<pre>¦<pre>¦</pre>¦</pre>¦<pre¦<PRE class=a>¦
          <script>x¦</script>¦<style¦</STYLE>x¦<textarea>¦<pre/>¦<pre\f¦<?php¦?>¦?>¦<?¦<?>¦<!DOCTYPE html>¦
          <!D¦>¦>¦<!¦<!-¦<![CDATA[¦]]>¦]]>¦<![CDATA[x]]>\
          """);

  private static final String[] TAGS =
      parts(
          """
          <div>¦</div>¦<div¦<div x¦<divx>¦<DIV/>¦<p/>¦<h1>¦<h7>¦<hr¦<li>¦<table>¦<td/¦<search>¦</li¦<div\u000b¦
          <blockquote>¦<blockquotes>¦<a>¦<a>¦<a¦</a>¦</a >¦</a b>¦<a/>¦<a />¦<a / >¦<b x="y>">¦<a b='¦'>¦
          <a b=c d>¦<a b= c>¦<a b =c>¦<a b=>¦<a =b>¦<a b=c'd>¦<a b='c'd>¦<a b=c/>¦<a b='c' _d:e.f-g>¦
          <a  >¦<a>x¦<a> ¦<x-y>¦<-x>¦<1>¦< a>¦<a b=""\t/>¦<http://a.b>¦<¦<<a>¦<a\fb>¦</¦</>¦<a b\u000b=c>\
          """);

  private static final String[] DEFINITIONS =
      parts(
          """
          [a]: /u¦[a]: /u¦[a]: /u¦===¦---¦[a]:¦[a]¦[¦[a¦b]: /u¦]: /u¦[]: /u¦[ ]: /u¦[a]: <b c>¦[a]: <¦
          [a]: <>¦[a]: <b¦c>¦[a]: <b<c>¦[a]: <b>c¦[a]: <b\\>c>¦[a]: /u 'x'¦[a]: /u 'x¦x'¦[a]: /u "x"¦"x"¦
          "x¦x"¦(x)¦(x¦x)¦[a]: /u (x)¦[a]: /u 'x' y¦'x' y¦[a]: /u\t'x'\t¦[a]: /u 'x\\'¦[a]: /u(x)¦
          [a] : /u¦[a\\]: /u¦[a\\]]: /u¦[a[b]: /u¦[a]:/u¦/u¦/u 'x'¦[a]: \\¦'¦[a]: /u'x'¦[a]: /u ()¦
          [a]: /u (()¦[\\¦[a]: /u\u0001¦[a]: /u\u007f¦[a]:\f/u\
          """);

  private static final String[] OTHERS =
      parts("¦¦ ¦\t¦    ¦a\0b¦\0¦\ud83d\ude00¦\f¦\u000b¦\u00a0¦&#35; x¦\u2028¦\ufeff## x");

  private static final String[][] SPECIALS = {FENCES, OPEN_HTML, TAGS, DEFINITIONS, OTHERS};

  private static final String RANDOM_CHARACTERS =
      "##--->>**+=_`~~<<!//aab1.)[]]:'\"\\ \t\t  \n\n\r1. - > ";

  private static final String[] UNDERLINES = {"===", "---", "-", "  ==", "- "};

  private static final String[] BREAKS = {"\n", "\r\n", "\r"};

  private final Random random;
  private String[][] themes = {};

  DocumentGenerator(long seed) {
    random = new Random(seed);
  }

  private static String[] parts(String list) {
    return list.replace("¦\n", "¦").split("¦", -1);
  }

  String next() {
    StringBuilder text = new StringBuilder();
    if (random.nextInt(40) == 0) {
      text.append('\ufeff');
    }
    if (random.nextInt(10) == 0) {
      randomCharacters(text);
    } else {
      themes = new String[][] {MARKERS, TEXTS, pick(SPECIALS), pick(SPECIALS)};
      lines(text);
    }
    return text.toString();
  }

  private void randomCharacters(StringBuilder text) {
    for (int n = random.nextInt(60); n > 0; n--) {
      text.append(RANDOM_CHARACTERS.charAt(random.nextInt(RANDOM_CHARACTERS.length())));
    }
  }

  /** Lines that often repeat the prefix of the line before, so that containers stay open. */
  private void lines(StringBuilder text) {
    int style = random.nextInt(BREAKS.length + 2);
    boolean flat = random.nextInt(4) == 0;
    int count = random.nextInt(10);
    String prefix = "";
    for (int i = 0; i < count; i++) {
      prefix = flat ? "" : prefix(prefix);
      text.append(prefix).append(content());
      if (random.nextInt(10) == 0) {
        text.append(pick(BREAKS)).append(inside(prefix)).append(pick(UNDERLINES));
      }
      if (i < count - 1 || random.nextInt(3) > 0) {
        text.append(style < BREAKS.length ? BREAKS[style] : pick(BREAKS));
      }
    }
  }

  private String prefix(String before) {
    return switch (random.nextInt(10)) {
      case 0, 1 -> before;
      case 2, 3 -> inside(before);
      case 4 -> inside(before) + pick(PREFIXES);
      case 5 -> pick(PREFIXES);
      case 6 -> pick(PREFIXES) + pick(PREFIXES);
      default -> "";
    };
  }

  /** The prefix of a further line in the same items. */
  private static String inside(String prefix) {
    return prefix.replaceAll("[-+*0-9.)]", " ");
  }

  private String content() {
    String content = pick(pick(themes));
    return switch (random.nextInt(16)) {
      case 0 -> content + " " + pick(pick(themes));
      case 1 -> content + pick(pick(themes));
      case 2, 3, 4 -> "";
      default -> content;
    };
  }

  private <T> T pick(T[] from) {
    return from[random.nextInt(from.length)];
  }
}
