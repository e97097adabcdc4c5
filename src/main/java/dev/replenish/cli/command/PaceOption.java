package dev.replenish.cli.command;

import dev.replenish.cli.option.Options;
import dev.replenish.forecast.Pace;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** {@code --per-day}: how many hours a day people work on tasks. */
record PaceOption(OptionSpec spec) {

  PaceOption() {
    this(Options.value("--per-day", "HOURS", "focused hours per day, such as 6; default: 3,2,1"));
  }

  List<Pace> paces() {
    return Pace.parse(Options.value(spec).orElse(Pace.USUAL));
  }
}
