package dev.replenish;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which packages may depend on which; the core uses no clock, files or network. */
class ArchitectureTest {
  private static final String MAIN = "dev.replenish.cli.Main";

  /**
   * Each top-level package and the packages that it may depend on. A new package needs an entry.
   */
  private static final Map<String, Set<String>> PACKAGES =
      Map.ofEntries(
          Map.entry("text", Set.of()),
          Map.entry("board", Set.of("text")),
          Map.entry("markdown", Set.of("text")),
          Map.entry("dialect", Set.of("markdown", "board", "text")),
          Map.entry("index", Set.of("dialect", "markdown", "board", "text")),
          Map.entry("outline", Set.of("dialect", "markdown", "board", "text")),
          Map.entry("rules", Set.of("index", "board", "text")),
          Map.entry("audit", Set.of("board", "text")),
          Map.entry("plan", Set.of("index", "audit", "rules", "board", "text")),
          Map.entry("forecast", Set.of("audit", "rules", "board", "text")),
          Map.entry("convert", Set.of("plan", "outline", "dialect", "markdown", "board", "text")),
          Map.entry("merge", Set.of("plan", "index", "audit", "dialect", "board", "text")),
          Map.entry("git", Set.of("board", "text")),
          Map.entry("settings", Set.of("git", "plan", "rules", "board", "text")),
          Map.entry(
              "app",
              Set.of(
                  "settings",
                  "git",
                  "merge",
                  "convert",
                  "plan",
                  "forecast",
                  "index",
                  "audit",
                  "rules",
                  "outline",
                  "dialect",
                  "board",
                  "text")),
          Map.entry(
              "report",
              Set.of("settings", "app", "plan", "forecast", "audit", "rules", "board", "text")),
          Map.entry("cli", Set.of("mcp", "app", "report", "forecast", "settings", "board", "text")),
          Map.entry("mcp", Set.of("app", "report", "settings", "board", "text")));

  private static final String[] CORE =
      packages(
          Set.of(
              "text",
              "markdown",
              "board",
              "dialect",
              "index",
              "outline",
              "rules",
              "audit",
              "plan",
              "forecast",
              "merge",
              "convert"));

  /**
   * Allowed in the core although its package is not: memory buffers and the program's resources.
   */
  private static final DescribedPredicate<JavaClass> IN_MEMORY =
      type(ByteArrayOutputStream.class)
          .or(type(InputStream.class))
          .or(type(IOException.class))
          .or(type(UncheckedIOException.class));

  /** The packages outside Replenish that the core may use. */
  private static final String[] CORE_LIBRARIES = {
    "java.lang",
    "java.lang.annotation",
    "java.lang.invoke",
    "java.lang.runtime",
    "java.math",
    "java.nio",
    "java.nio.charset",
    "java.security",
    "java.text",
    "java.time..",
    "java.util",
    "java.util.function",
    "java.util.regex",
    "java.util.stream",
    "org.jspecify.annotations",
    "com.vladsch.flexmark.."
  };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("dev.replenish");

  @TestFactory
  Stream<DynamicTest> packageDependsOnlyOnAllowedPackages() {
    return PACKAGES.entrySet().stream()
        .sorted(Entry.comparingByKey())
        .map(
            entry ->
                DynamicTest.dynamicTest(entry.getKey(), () -> check(dependsOnlyOnAllowed(entry))));
  }

  private static ArchRule dependsOnlyOnAllowed(Entry<String, Set<String>> entry) {
    String[] itself = packages(Set.of(entry.getKey()));
    return classes()
        .that()
        .resideInAnyPackage(itself)
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage("dev.replenish..")
                .or(resideInAnyPackage(itself))
                .or(resideInAnyPackage(packages(entry.getValue()))));
  }

  @Test
  void packageHasAtMostFortyFiles() throws IOException {
    Path main = Path.of(System.getProperty("replenish.basedir", ""), "src/main/java");
    try (Stream<Path> folders = Files.walk(main).filter(Files::isDirectory)) {
      for (Path folder : folders.toList()) {
        try (Stream<Path> files = Files.list(folder).filter(Files::isRegularFile)) {
          assertTrue(files.count() <= 40, () -> folder + " has more than 40 files");
        }
      }
    }
  }

  @Test
  void packagesHaveNoCycles() {
    check(slices().matching("dev.replenish.(**)").should().beFreeOfCycles());
  }

  @Test
  void everyClassIsInAListedPackage() {
    check(classes().should().resideInAnyPackage(packages(PACKAGES.keySet())));
  }

  @Test
  void everyPackageIsNullMarked() {
    assertEquals(
        List.of(),
        CLASSES.stream()
            .map(c -> c.getPackage())
            .filter(p -> !p.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .distinct()
            .toList());
  }

  @Test
  void settingsUseOnlyTheSetupPackageOfGit() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.replenish.settings..")
            .should()
            .dependOnClassesThat(
                resideInAPackage("dev.replenish.git..")
                    .and(resideOutsideOfPackage("dev.replenish.git.setup"))));
  }

  @Test
  void coreUsesOnlyAllowedLibraries() {
    check(
        classes()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(CORE).or(resideInAnyPackage(CORE_LIBRARIES)).or(IN_MEMORY)));
  }

  @Test
  void coreUsesNoClockSystemStateOrRandomness() {
    check(
        core()
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                "java\\.(lang\\.(Process|ProcessBuilder|Runtime|Thread|ThreadLocal)"
                    + "|security\\.SecureRandom"
                    + "|time\\.(Clock|InstantSource)"
                    + "|util\\.(Random|Scanner|Timer))"));
    check(core().should().accessTargetWhere(is("java\\.lang\\.System\\.(?!arraycopy\\().*")));
    check(core().should().accessTargetWhere(is("java\\.lang\\.Math\\.random\\(.*")));
    check(core().should().accessTargetWhere(is("java\\.time\\..*\\.(now|systemDefault)\\(.*")));
    check(core().should().accessTargetWhere(is("java\\.util\\.Date\\.<init>\\(\\)")));
    check(core().should().accessTargetWhere(is("java\\.util\\.\\w+\\.getDefault\\(.*")));
    check(core().should().accessTargetWhere(is("java\\.util\\.UUID\\.randomUUID\\(\\)")));
  }

  @Test
  void onlyPlanAndReportUseFlexmark() {
    onlyIn("com.vladsch.flexmark..", "plan", "report");
  }

  @Test
  void onlyReportUsesTemplates() {
    onlyIn("com.samskivert..", "report");
  }

  @Test
  void onlyGitUsesJGit() {
    onlyIn("org.eclipse.jgit..", "git");
  }

  @Test
  void onlyCliUsesPicocli() {
    onlyIn("picocli..", "cli");
  }

  @Test
  void onlyReportAndMcpUseJson() {
    onlyIn("com.google.gson..", "report", "mcp");
  }

  @Test
  void noProtocolLibraryIsUsed() {
    for (String library : List.of("io.modelcontextprotocol..", "reactor..", "com.fasterxml..")) {
      check(noClasses().should().dependOnClassesThat(resideInAPackage(library)));
    }
  }

  @Test
  void onlyMainEndsTheProcess() {
    check(allButMain().should().accessTargetWhere(is("java\\.lang\\.\\w+\\.(exit|halt)\\(int\\)")));
  }

  @Test
  void onlyMainUsesStandardStreams() {
    check(
        allButMain()
            .should()
            .accessTargetWhere(is("java\\.lang\\.System\\.(in|out|err|console.*)")));
    check(allButMain().should().accessTargetWhere(is(".*\\.printStackTrace\\(\\)")));
  }

  private static void onlyIn(String library, String... owners) {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(packages(Set.of(owners)))
            .should()
            .dependOnClassesThat(resideInAPackage(library)));
  }

  private static GivenClassesConjunction core() {
    return noClasses().that().resideInAnyPackage(CORE);
  }

  private static GivenClassesConjunction allButMain() {
    return noClasses().that().doNotHaveFullyQualifiedName(MAIN);
  }

  /**
   * An access to a field or method with this full name, such as {@code java.lang.System.exit(int)}.
   */
  private static DescribedPredicate<JavaAccess<?>> is(String regex) {
    Pattern name = Pattern.compile(regex);
    return DescribedPredicate.describe(
        "it is " + regex, access -> name.matcher(access.getTarget().getFullName()).matches());
  }

  private static String[] packages(Set<String> names) {
    return names.stream().map(name -> "dev.replenish." + name + "..").toArray(String[]::new);
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }
}
