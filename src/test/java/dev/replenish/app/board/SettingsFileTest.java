package dev.replenish.app.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'', '[replenish]\n\trequire = none\n'",
    "'[replenish]', '[replenish]\n\trequire = none\n'",
    "'[other]\nrequire = a\n', '[other]\nrequire = a\n[replenish]\n\trequire = none\n'",
    "'[Replenish]\nRequire=plan\nx = 1\n', '[Replenish]\n\trequire = none\nx = 1\n'",
    "'[replenish]\nx = 1\n[a]\n', '[replenish]\n\trequire = none\nx = 1\n[a]\n'",
    "'[replenish]\nrequire = plan\nrequire = effort\n', "
        + "'[replenish]\nrequire = plan\n\trequire = none\n'",
    "'[replenish \"sub\"]\nrequire = a\n', "
        + "'[replenish \"sub\"]\nrequire = a\n[replenish]\n\trequire = none\n'",
  })
  void onlyTheLineOfTheSettingChanges(String before, String after) {
    assertEquals(after, SettingsFile.with(before, "require", "none", "\n"));
  }
}
