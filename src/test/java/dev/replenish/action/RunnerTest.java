package dev.replenish.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stand-in for a runner is as strict as a runner, or stricter. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class RunnerTest {
  @TempDir Path tmp;

  private static Scope scope() {
    Scope scope = new Scope(Map.of("inputs", Map.of("mode", "pr", "none", "", "a-b", "it's")));
    scope.ended("first", Map.of("done", "true"));
    return scope;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "inputs.mode == 'pr'; true",
        "inputs.mode == 'PR'; true",
        "inputs.mode != 'pr'; false",
        "!inputs.none; true",
        "inputs.mode && inputs.none; false",
        "inputs.none || inputs.mode == 'pr' && steps.first.outputs.done == 'true'; true",
        "(inputs.none || inputs.mode) && false; false",
        "steps.first.outputs.gone == ''; true",
        "inputs.a-b == 'it''s'; true",
        "startsWith(inputs.mode, 'p') && contains('a pr', inputs.mode); true",
        "failure(); false",
        "${{ always() }}; true"
      })
  void conditionsAreEvaluatedAsOnGitHub(String condition, boolean expected) {
    assertEquals(expected, Expression.holds(condition, scope()));
  }

  @Test
  void onlyStepsWithAStatusConditionRunAfterAFailure() {
    Scope scope = scope();
    scope.fail();
    assertFalse(Expression.holds(null, scope));
    assertFalse(Expression.holds("inputs.mode == 'pr'", scope));
    assertTrue(Expression.holds("!cancelled() && inputs.mode == 'pr'", scope));
    assertTrue(Expression.holds("failure()", scope));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inputs.typo",
        "steps.typo.outputs.done",
        "input.mode",
        "inputs.mode = 'pr'",
        "toJSON(inputs)",
        "(inputs.mode",
        "inputs.mode 'pr'"
      })
  void typosAreErrors(String condition) {
    assertThrows(AssertionError.class, () -> Expression.holds(condition, scope()));
  }

  @Test
  void expressionsAreReplacedByTheirValues() {
    assertEquals(
        "<it's> $1 pr", Expression.fill("<${{ inputs.a-b }}> $1 ${{inputs.mode}}", scope()));
  }

  @Test
  void stepFilesAreReadAsARunnerReadsThem() throws IOException {
    Path file = tmp.resolve("out");
    Files.writeString(file, "a=b=c\n\nd<<END\none\nEND x\n\nEND\ne<<E\nE\nf=<<x\ng<<h=\n1\nh=\n");
    assertEquals(
        Map.of("a", "b=c", "d", "one\nEND x\n", "e", "", "f", "<<x", "g", "1"),
        StepFile.values(file));
    for (String wrong : List.of("word\n", "a<<END\nb\n", "a=1\na=2\n")) {
      Files.writeString(file, wrong);
      assertThrows(AssertionError.class, () -> StepFile.values(file), wrong);
    }
  }

  @Test
  void logCommandsAreAnnotationsOrErrors() {
    List<Annotation> found =
        Annotation.all("x ::error::no\n  ::error file=a%2Cb,line=3,title=t::100%25\n::notice::n\n");
    assertEquals(2, found.size());
    assertEquals("error a,b:3 t", found.get(0).summary());
    assertEquals("100%", found.get(0).message());
    for (String command :
        List.of("::set-output name=a::b", "x ##[error]y", " ::stop-commands::z")) {
      assertThrows(AssertionError.class, () -> Annotation.all("a\n" + command), command);
    }
  }

  @Test
  void stepsPassValuesThroughTheirFiles() {
    Runner runner = new Runner(tmp, tmp).context("inputs", Map.of("name", "$(exit 9)"));
    Map<String, Object> first =
        Map.of(
            "id", "one",
            "env", Map.of("NAME", "${{ inputs.name }}"),
            "run", "echo \"a=$NAME\" >>\"$GITHUB_OUTPUT\"; echo B=c >>\"$GITHUB_ENV\"");
    Map<String, Object> second =
        Map.of(
            "env",
            Map.of("A", "${{ steps.one.outputs.a }}"),
            "run",
            "echo \"$A $B\" >>\"$GITHUB_STEP_SUMMARY\"; false | true; echo ::error::no");
    Map<String, Object> third = Map.of("if", "failure()", "name", "last", "run", "echo ok");
    Runner.Result result = runner.steps(List.of(first, second, third));
    assertTrue(result.failed(), "pipefail");
    assertEquals("$(exit 9) c\n", result.summary());
    assertEquals(List.of(), result.annotations(), "-e");
    assertEquals("last", result.ran().get(2));
  }
}
