package dev.replenish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The module of an archive requires what the classes of the jar use, and no more. */
class ModuleIT {
  private static final Path JAR = Path.of(System.getProperty("replenish.jar"));
  private static final Path MODULE =
      Path.of(System.getProperty("replenish.basedir"), "src/packaging/module/module-info.java");

  /**
   * Modules used only by classes that Replenish never reaches: colours, images, databases, Amazon.
   */
  private static final Map<String, String> UNREACHED =
      Map.of(
          "java.datatransfer", "com.vladsch.flexmark.util.misc",
          "java.desktop", "com.vladsch.flexmark.util.html.ui com.vladsch.flexmark.util.misc",
          "java.sql", "com.google.gson.internal.sql org.eclipse.jgit.util.time",
          "java.xml", "org.eclipse.jgit.gitrepo org.eclipse.jgit.transport");

  private static final Pattern USE = Pattern.compile(" +(\\S+) +-> \\S+ +((?:java|jdk)\\.\\S+)");

  /** Packages by the module that they use. */
  private static final Map<String, Set<String>> used = new TreeMap<>();

  private static String source;

  @BeforeAll
  static void read() throws IOException {
    source = Files.readString(MODULE);
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(output, true, UTF_8);
    String[] args = {"--multi-release", "17", "--ignore-missing-deps", JAR.toString()};
    assertEquals(0, ToolProvider.findFirst("jdeps").orElseThrow().run(out, out, args));
    Matcher use = USE.matcher(output.toString(UTF_8));
    while (use.find()) {
      used.computeIfAbsent(use.group(2), module -> new TreeSet<>()).add(use.group(1));
    }
    used.remove("java.base");
  }

  private static Set<String> declared(String keyword) {
    return Pattern.compile("\n  " + keyword + " (\\S+?);")
        .matcher(source)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void moduleRequiresTheUsedModules() {
    Set<String> modules = new TreeSet<>(used.keySet());
    modules.removeAll(UNREACHED.keySet());
    assertEquals(declared("requires"), modules);
  }

  @Test
  void omittedModulesAreUsedOnlyByTheListedPackages() {
    UNREACHED.forEach(
        (module, packages) ->
            assertEquals(packages, String.join(" ", used.getOrDefault(module, Set.of())), module));
  }

  /** A module must declare the services that it loads. */
  @Test
  void moduleUsesTheLoadedServices() throws IOException {
    Set<String> services = new TreeSet<>();
    try (JarFile jar = new JarFile(JAR.toFile())) {
      for (ZipEntry entry : jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        new ClassReader(jar.getInputStream(entry).readAllBytes())
            .accept(new ServiceLoads(services), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      }
    }
    assertEquals(declared("uses"), services);
  }

  /** Collects the class constant before each call of {@code ServiceLoader.load}. */
  private static final class ServiceLoads extends ClassVisitor {
    private final Set<String> services;

    ServiceLoads(Set<String> services) {
      super(Opcodes.ASM9);
      this.services = services;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        private String last = name + " loads what nobody knows";

        @Override
        public void visitLdcInsn(Object value) {
          last = value instanceof Type type ? type.getClassName() : last;
        }

        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String type, boolean isInterface) {
          if (owner.equals("java/util/ServiceLoader") && called.equals("load")) {
            services.add(last);
          }
        }
      };
    }
  }
}
