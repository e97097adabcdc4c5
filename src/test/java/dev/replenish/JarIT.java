package dev.replenish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.app.Version;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is in {@code replenish.jar}, and what must not be. */
class JarIT {
  private static final Path BASE = Path.of(System.getProperty("replenish.basedir"));

  private JarFile jar;

  @BeforeEach
  void open() throws IOException {
    jar = new JarFile(System.getProperty("replenish.jar"));
  }

  @AfterEach
  void close() throws IOException {
    jar.close();
  }

  @Test
  void manifestStatesMainClassAndVersion() throws IOException {
    var main = jar.getManifest().getMainAttributes();
    assertEquals("dev.replenish.cli.Main", main.getValue(Name.MAIN_CLASS));
    assertEquals(Version.current(), main.getValue(Name.IMPLEMENTATION_VERSION));
    assertTrue(Version.current().matches("\\d+\\.\\d+\\.\\d+(-\\w+)?"), Version.current());
  }

  @Test
  void jarStartsByItself() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process = new ProcessBuilder(java, "-jar", jar.getName(), "--version").start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), out);
    assertTrue(out.contains(Version.current()), out);
  }

  @Test
  void pipedInputIsRead() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(java, "-jar", jar.getName(), "add", "--input", "-")
            .redirectErrorStream(true)
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write("{\"titel\":\"Boil water\"}".getBytes(UTF_8));
    }
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(2, process.waitFor(), out);
    assertTrue(out.contains("titel"), out);
  }

  @Test
  void jarContainsAllLicences() throws IOException {
    assertArrayEquals(Files.readAllBytes(BASE.resolve("LICENSE")), bytes("META-INF/LICENSE"));
    assertNotNull(jar.getEntry("META-INF/NOTICE.txt"));
    assertNotNull(jar.getEntry("about.html"));
    String listed = new String(bytes("META-INF/THIRD-PARTY.md"), UTF_8);
    for (String entry : classes().toList()) {
      assertTrue(
          entry.startsWith("dev/replenish/") || parents(entry).anyMatch(listed::contains),
          () -> entry + " is of a library that THIRD-PARTY.md does not name");
    }
  }

  /** Each folder above an entry as THIRD-PARTY.md writes it, such as {@code `org/slf4j`}. */
  private static Stream<String> parents(String entry) {
    return Stream.iterate(entry, e -> e.contains("/"), e -> e.substring(0, e.lastIndexOf('/')))
        .map(e -> "`" + e.substring(0, e.lastIndexOf('/')) + "`");
  }

  @Test
  void jarContainsNoModuleInfoOrSignature() {
    assertEquals(
        List.of(),
        jar.stream()
            .map(ZipEntry::getName)
            .filter(name -> name.matches("(.*/)?module-info\\.class|META-INF/.*\\.(SF|RSA|DSA|EC)"))
            .toList());
  }

  @Test
  void jarIsMultiReleaseIfItHasVersionedClasses() throws IOException {
    boolean versioned =
        jar.stream().anyMatch(e -> e.getName().matches("META-INF/versions/.*\\.class"));
    String declared = jar.getManifest().getMainAttributes().getValue(Name.MULTI_RELEASE);
    assertEquals(versioned, Boolean.parseBoolean(declared));
  }

  /** Linking at run time takes a sixth of the time of a short run. */
  @Test
  void onlyAltMetafactoryIsLinkedAtRunTime() throws IOException {
    assertEquals(
        List.of(),
        PlainCallsTest.linked(Path.of(jar.getName())).stream()
            .filter(found -> !found.endsWith(" altMetafactory"))
            .toList());
  }

  /** Loads each class far enough for Java to verify its code. */
  @Test
  void classesAreValid() throws IOException {
    List<String> invalid = new ArrayList<>();
    URL[] urls = {Path.of(jar.getName()).toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      for (String name : jar.stream().map(ZipEntry::getName).toList()) {
        if (name.endsWith(".class") && !name.startsWith("META-INF/")) {
          String type = name.replace(".class", "").replace('/', '.');
          try {
            assertNotNull(Class.forName(type, false, loader).getDeclaredMethods());
          } catch (NoClassDefFoundError e) {
            // The class needs an optional library that is not in the jar.
          } catch (LinkageError | ClassNotFoundException e) {
            invalid.add(type + ": " + e);
          }
        }
      }
    }
    assertEquals(List.of(), invalid);
  }

  @Test
  void jarContainsTheExamplesByteForByte() throws IOException {
    Path examples = BASE.resolve("examples");
    if (!Files.isDirectory(examples)) {
      return;
    }
    try (Stream<Path> files = Files.walk(examples)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = examples.relativize(file).toString().replace('\\', '/');
        assertArrayEquals(Files.readAllBytes(file), bytes("dev/replenish/examples/" + name), name);
      }
    }
  }

  private Stream<String> classes() {
    return jar.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class"));
  }

  private byte[] bytes(String entry) throws IOException {
    ZipEntry found = jar.getEntry(entry);
    assertNotNull(found, entry + " is missing");
    return jar.getInputStream(found).readAllBytes();
  }
}
