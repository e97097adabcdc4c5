package dev.replenish;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build step that replaces calls linked at run time by plain calls. */
class PlainCallsTest {
  private static final Path STEP = Path.of("src/jar/java/dev/replenish/jar/PlainCalls.java");
  private static final Path SAMPLE = Path.of("src/test/resources/plain/Sample.java");

  @TempDir Path temp;

  @Test
  void jarBehavesTheSameWithoutLinking() throws Exception {
    Path jar = sample();
    String before = java("-cp", jar.toString(), "Sample");
    List<String> linked = linked(jar);
    assertTrue(linked.contains("Sample$Named.class makeConcatWithConstants"), linked.toString());
    assertTrue(before.endsWith("kept\nlast\n"), before);

    java("-cp", System.getProperty("java.class.path"), STEP.toString(), jar.toString());

    assertEquals(List.of("Sample.class altMetafactory"), linked(jar));
    assertEquals(before, java("-Xverify:all", "-cp", jar.toString(), "Sample"));
    try (Stream<Path> files = Files.list(temp)) {
      assertEquals(List.of("classes", "sample.jar"), names(files));
    }
  }

  @Test
  void otherFilesStayUnchanged() throws Exception {
    Path jar = temp.resolve("sample.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("words.txt"));
      out.write("some words".getBytes(UTF_8));
    }
    java("-cp", System.getProperty("java.class.path"), STEP.toString(), jar.toString());
    try (JarFile read = new JarFile(jar.toFile())) {
      assertEquals(List.of("words.txt"), read.stream().map(JarEntry::getName).toList());
      byte[] bytes = read.getInputStream(read.getEntry("words.txt")).readAllBytes();
      assertEquals("some words", new String(bytes, UTF_8));
    }
  }

  private Path sample() throws IOException {
    Path classes = Files.createDirectory(temp.resolve("classes"));
    List<String> words = List.of("-nowarn", "-d", classes.toString(), SAMPLE.toString());
    int code =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, words.toArray(String[]::new));
    assertEquals(0, code);
    Path jar = temp.resolve("sample.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.list(classes)) {
      for (Path file : files.sorted().toList()) {
        out.putNextEntry(new JarEntry(file.getFileName().toString()));
        Files.copy(file, out);
      }
    }
    return jar;
  }

  /** The classes of the jar, each with a method of run-time linking that it names. */
  static List<String> linked(Path jar) throws IOException {
    List<String> found = new ArrayList<>();
    try (JarFile read = new JarFile(jar.toFile())) {
      for (JarEntry entry : read.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        byte[] bytes = read.getInputStream(entry).readAllBytes();
        boolean hasNests = bytes[7] >= 55;
        String content = new String(bytes, ISO_8859_1);
        for (String method : List.of("makeConcatWithConstants", "metafactory", "altMetafactory")) {
          if (hasNests && content.contains('\0' + length(method) + method)) {
            found.add(entry.getName() + " " + method);
          }
        }
      }
    }
    return found;
  }

  /** The length of a name as a class file stores it before the name. */
  private static String length(String name) {
    return String.valueOf((char) name.length());
  }

  private static List<String> names(Stream<Path> files) {
    return files.map(file -> file.getFileName().toString()).sorted().toList();
  }

  private String java(String... words) {
    try {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
      command.add("-Dfile.encoding=UTF-8");
      command.addAll(List.of(words));
      Path errors = Files.createTempFile("plain-", ".txt");
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      String out = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertEquals(0, process.waitFor(), Files.readString(errors));
      Files.delete(errors);
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
