package dev.replenish.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.cli.option.Env;
import dev.replenish.git.NewRepo;
import dev.replenish.git.objects.Change;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code docs/session.svg}, the picture in {@code README.md}, shows what the program prints. {@code
 * -Dreplenish.examples=write} writes it anew. Commit ids are not compared.
 */
class SessionPictureTest {
  private static final boolean WRITE = "write".equals(System.getProperty("replenish.examples"));
  private static final Path PICTURE = Path.of("docs/session.svg");
  private static final String DATE = "2026-02-04T09:30:00+01:00";
  private static final List<List<String>> SESSION =
      List.of(List.of("status"), List.of("run"), List.of("start", "003"));

  @TempDir Path tmp;

  @Test
  void pictureShowsWhatProgramPrints() throws IOException {
    String picture = SessionPicture.of("A session with Replenish in a terminal", session());
    if (WRITE) {
      Files.writeString(PICTURE, picture, UTF_8);
    } else {
      assertEquals(plain(picture), plain(Files.readString(PICTURE, UTF_8)));
    }
  }

  private static String plain(String picture) {
    return picture.replaceAll("\\b[0-9a-f]{7}\\b(?=[:.<])", "COMMIT");
  }

  private List<String> session() throws IOException {
    List<Change> files = new ArrayList<>();
    try (Stream<Path> board = Files.list(Path.of("examples/small-team/before"))) {
      for (Path file : board.sorted().toList()) {
        files.add(new Change(file.getFileName().toString(), Files.readAllBytes(file)));
      }
    }
    NewRepo.create(tmp, files, "docs: plan the work\n", ZonedDateTime.parse(DATE));
    List<String> lines = new ArrayList<>();
    for (List<String> args : SESSION) {
      lines.add("\u001b[32m$\u001b[0m \u001b[1mreplenish " + String.join(" ", args) + "\u001b[0m");
      lines.addAll(List.of(call(args).split("\n")));
    }
    return lines;
  }

  private String call(List<String> args) {
    Map<String, String> vars = new TreeMap<>(NewRepo.environment());
    vars.put("GIT_AUTHOR_DATE", DATE);
    vars.put("GIT_COMMITTER_DATE", DATE);
    vars.put("TERM", "xterm-256color");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Env env = new Env(tmp, vars, InputStream.nullInputStream(), out, out, true, true, () -> 80);
    assertEquals(0, Main.run(args.toArray(String[]::new), env), () -> out.toString(UTF_8));
    return out.toString(UTF_8);
  }

  @Test
  void textIsEscapedAndColouredAsInATerminal() {
    String picture = SessionPicture.of("a<b", List.of("\u001b[1;31merror:\u001b[0m <x> & y"));
    assertTrue(picture.contains("<title>a&lt;b</title>"), picture);
    assertTrue(
        picture.contains(
            "<tspan font-weight=\"bold\" fill=\"#ff7b72\">error:</tspan> &lt;x&gt; &amp; y</text>"),
        picture);
    assertFalse(picture.contains("\u001b"), picture);
  }
}
