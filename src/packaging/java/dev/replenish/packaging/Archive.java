package dev.replenish.packaging;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes the archive of this platform that needs no Java: a runtime of this JDK with the program and
 * its class-data archive in it, the launcher, the man page, completions and licences.
 *
 * <p>Arguments: the checkout, the jar, the folder to write to, and the time of all files.
 */
public final class Archive {
  private static final String MODULE = "dev.replenish";
  private static final String MAIN = MODULE + "/dev.replenish.cli.Main";
  private static final String TRAINING_RUN = MODULE + "/dev.replenish.cli.TrainingRun";

  /** Beside what the program requires: elliptic curves of TLS, encodings of old commits. */
  private static final String ALSO = "jdk.crypto.ec,jdk.charsets";

  private static final List<String> QUIET = List.of("-XX:-UsePerfData", "-Xlog:disable");

  private final Path checkout;
  private final Path jar;
  private final Path target;
  private final Path work;
  private final Path runtime;
  private final Instant time;
  private final boolean windows;
  private final String platform;

  private Archive(Path checkout, Path jar, Path target, Instant time) {
    this.checkout = checkout;
    this.jar = jar;
    this.target = target;
    this.work = target.resolve("work");
    this.runtime = work.resolve("runtime");
    this.time = time;
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    this.windows = system.startsWith("windows");
    String os = windows ? "windows" : system.startsWith("mac") ? "macos" : system;
    String arch = System.getProperty("os.arch"); // macOS says x86_64
    this.platform =
        os + "-" + arch.replaceFirst("aarch64", "arm64").replaceFirst("amd64|x86_64", "x64");
  }

  public static void main(String[] args) throws Exception {
    Path checkout = Path.of(args[0]).toAbsolutePath();
    Path target = Path.of(args[2]).toAbsolutePath();
    new Archive(checkout, Path.of(args[1]).toAbsolutePath(), target, Instant.parse(args[3])).make();
  }

  private void make() throws IOException, InterruptedException, NoSuchAlgorithmException {
    delete(target);
    Files.createDirectories(work);
    link(module());
    classes();
    String version = program("--version").strip().replaceFirst("replenish ", "");
    String name = "replenish-" + version + "-" + platform;
    Path archive = target.resolve(name + (windows ? ".zip" : ".tar.gz"));
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (OutputStream file = Files.newOutputStream(archive);
        OutputStream out = new DigestOutputStream(new BufferedOutputStream(file), digest)) {
      if (windows) {
        zip(name, files(), out);
      } else {
        tar(name, files(), out);
      }
    }
    String sum = HexFormat.of().formatHex(digest.digest()) + "  " + archive.getFileName() + "\n";
    Files.writeString(target.resolve(archive.getFileName() + ".sha256"), sum);
    delete(work);
    System.out.printf(Locale.ROOT, "%s%,d bytes%n", sum, Files.size(archive));
  }

  /** The jar with a description of the module that it is as a whole. */
  private Path module() throws IOException {
    Path compiled = work.resolve("module-info");
    Path source = checkout.resolve("src/packaging/module/module-info.java");
    tool("javac", "--release", "17", "--patch-module", MODULE + "=" + jar, "-d", compiled, source);
    Path module = work.resolve("replenish.jar");
    try (JarFile from = new JarFile(jar.toFile());
        JarOutputStream to = new JarOutputStream(Files.newOutputStream(module))) {
      to.putNextEntry(stamped("module-info.class"));
      Files.copy(compiled.resolve("module-info.class"), to);
      for (ZipEntry entry : Collections.list(from.entries())) {
        to.putNextEntry(stamped(entry.getName()));
        from.getInputStream(entry).transferTo(to);
      }
    }
    return module;
  }

  private ZipEntry stamped(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(java.time.LocalDateTime.ofInstant(time, java.time.ZoneOffset.UTC));
    return entry;
  }

  /** Not compressed: the archive is, and a start has less to do. */
  private void link(Path module) {
    String words = "--no-header-files --no-man-pages --add-modules " + MODULE + "," + ALSO;
    List<Object> all = new ArrayList<>(List.of(words.split(" ")));
    all.addAll(List.of("--module-path", module, "--output", runtime));
    tool("jlink", all.toArray());
  }

  /**
   * Lays out the classes that the usual calls load, in the file in which this runtime looks for
   * them. The list is sorted, because threads load classes in any order.
   */
  private void classes() throws IOException, InterruptedException {
    Path list = work.resolve("classes.list");
    java("-XX:+UseSerialGC", "-XX:DumpLoadedClassList=" + list, "-m", TRAINING_RUN);
    List<String> lines = Files.readAllLines(list);
    Files.write(list, lines.stream().distinct().sorted().toList());
    java("-Xshare:dump", "-XX:+UseG1GC", "-XX:SharedClassListFile=" + list, "-m", MAIN);
  }

  /** What is in the archive, by its name. */
  private Map<String, byte[]> files() throws IOException, InterruptedException {
    Map<String, byte[]> files = new TreeMap<>();
    String launcher = windows ? "bin/replenish.cmd" : "bin/replenish";
    for (String file : List.of(launcher, "LICENSE", "THIRD-PARTY.md")) {
      files.put(file, Files.readAllBytes(checkout.resolve(file)));
    }
    if (!windows) {
      files.put("share/man/man1/replenish.1", utf8(program("help", "--man")));
      files.put("share/bash-completion/completions/replenish", utf8(program("completion", "bash")));
      files.put("share/zsh/site-functions/_replenish", utf8(program("completion", "zsh")));
      files.put(
          "share/fish/vendor_completions.d/replenish.fish", utf8(program("completion", "fish")));
    }
    Path bom = jar.resolveSibling("replenish.cdx.json");
    if (Files.exists(bom)) {
      files.put("replenish.cdx.json", utf8(withRuntime(Files.readString(bom))));
      Files.write(
          target.resolve("replenish-" + platform + ".cdx.json"), files.get("replenish.cdx.json"));
    }
    try (Stream<Path> all = Files.walk(runtime)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) { // links are followed: copies
        String name = runtime.relativize(file).toString().replace('\\', '/');
        files.put("lib/runtime/" + name, Files.readAllBytes(file));
      }
    }
    return files;
  }

  /** The list of what is in the jar, and the runtime beside it. */
  private static String withRuntime(String bom) {
    String marker = "\n  \"components\" : ["; // not that of the tools which made the list
    int at = bom.indexOf(marker) + marker.length();
    if (at < marker.length()) {
      throw new IllegalStateException("replenish.cdx.json has no components");
    }
    String component =
        """

            {
              "type" : "platform",
              "bom-ref" : "runtime",
              "publisher" : "%s",
              "name" : "OpenJDK runtime",
              "version" : "%s",
              "licenses" : [ { "license" : { "id" : "GPL-2.0-with-classpath-exception" } } ]
            },\
        """;
    return bom.substring(0, at)
        + component.formatted(System.getProperty("java.vendor"), Runtime.version())
        + bom.substring(at);
  }

  private static boolean isProgram(String name) {
    return name.matches("bin/replenish|lib/runtime/bin/.*|lib/runtime/lib/jspawnhelper");
  }

  private void zip(String folder, Map<String, byte[]> files, OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(stamped(folder + "/" + file.getKey()));
        zip.write(file.getValue());
      }
    }
  }

  /** The plain form, ustar, which every tar reads. */
  private void tar(String folder, Map<String, byte[]> files, OutputStream out) throws IOException {
    try (OutputStream tar =
        new GZIPOutputStream(out, 1 << 16) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        byte[] content = file.getValue();
        String mode = isProgram(file.getKey()) ? "0000755" : "0000644";
        tar.write(header(folder + "/" + file.getKey(), mode, content.length));
        tar.write(content);
        tar.write(new byte[-content.length & 511]);
      }
      tar.write(new byte[1024]);
    }
  }

  private byte[] header(String name, String mode, int size) {
    byte[] header = new byte[512];
    if (name.length() > 100) {
      throw new IllegalStateException("too long for tar: " + name);
    }
    put(header, 0, name);
    put(header, 100, mode);
    put(header, 108, "0000000"); // the owner is root, which only root's tar heeds
    put(header, 116, "0000000");
    put(header, 124, String.format(Locale.ROOT, "%011o", size));
    put(header, 136, String.format(Locale.ROOT, "%011o", time.getEpochSecond()));
    put(header, 156, "0");
    put(header, 257, "ustar\00000");
    Arrays.fill(header, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte each : header) {
      sum += each & 255;
    }
    put(header, 148, String.format(Locale.ROOT, "%06o\0", sum));
    return header;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = utf8(text);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String program(String... words) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("-Dstdout.encoding=UTF-8", "-m", MAIN));
    all.addAll(List.of(words));
    return java(all.toArray(String[]::new));
  }

  /** Starts the new runtime, with nothing that others want of every Java. */
  private String java(String... words) throws IOException, InterruptedException {
    String name = windows ? "java.exe" : "java";
    List<String> command = new ArrayList<>(List.of(runtime.resolve("bin/" + name).toString()));
    command.addAll(QUIET);
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(work.toFile());
    List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "COLUMNS")
        .forEach(builder.environment()::remove);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + " failed: " + out);
    }
    return out;
  }

  private static void tool(String name, Object... words) {
    String[] args = Stream.of(words).map(Object::toString).toArray(String[]::new);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
    ToolProvider tool =
        ToolProvider.findFirst(name)
            .orElseThrow(() -> new IllegalStateException("a JDK with " + name + " is needed"));
    if (tool.run(to, to, args) != 0) {
      throw new IllegalStateException(name + " failed: " + said.toString(StandardCharsets.UTF_8));
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.sorted(Collections.reverseOrder()).toList()) {
          file.toFile().setWritable(true); // Windows deletes nothing that can't be written
          Files.delete(file);
        }
      }
    }
  }
}
