package dev.replenish.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Distinguishes the tasks that have had one id, one after the other. */
final class Namesakes {
  private final String id;
  private final Map<TaskVersion, Integer> known = new HashMap<>();
  private final List<TaskText> latest = new ArrayList<>();

  /** The tasks that were in {@code steps}, parents before children. */
  Namesakes(String id, List<TaskTimeline.Step> steps) {
    this.id = id;
    for (TaskTimeline.Step step : steps) {
      for (Optional<TaskVersion> before : step.before()) {
        before.ifPresent(version -> add(version, Optional.empty()));
      }
      step.now().ifPresent(version -> add(version, step.origin()));
    }
  }

  private void add(TaskVersion version, Optional<TaskVersion> origin) {
    if (known.containsKey(version)) {
      return;
    }
    TaskText text = TaskText.of(id, version.title(), version.text());
    int number = latest.size();
    for (int i = latest.size() - 1; i >= 0 && number == latest.size(); i--) {
      number = isSameTask(latest.get(i), text) ? i : number;
    }
    boolean hasKnownOrigin = origin.isPresent() && known.containsKey(origin.get());
    int former = hasKnownOrigin ? known.get(origin.get()) : number;
    if (former < latest.size() && isSameTask(latest.get(former), text)) {
      number = former;
    }
    if (number == latest.size()) {
      latest.add(text);
    }
    latest.set(number, text);
    known.put(version, number);
  }

  /** Whether both are the same task; without titles, they can't be distinguished. */
  private static boolean isSameTask(TaskText one, TaskText other) {
    return one.plainTitle().isEmpty() || other.plainTitle().isEmpty() || one.continues(other);
  }

  /** The number of tasks. */
  int count() {
    return latest.size();
  }

  /** The number of the task that a version belongs to, from 0; 0 for one that was never added. */
  int number(TaskVersion version) {
    return known.getOrDefault(version, 0);
  }

  /** The last title of a task. */
  String title(int number) {
    return latest.get(number).title();
  }

  /** The steps of one task, with all other tasks left out. */
  List<TaskTimeline.Step> only(int number, List<TaskTimeline.Step> steps) {
    List<TaskTimeline.Step> only = new ArrayList<>();
    for (TaskTimeline.Step step : steps) {
      List<Optional<TaskVersion>> before =
          step.before().stream().map(version -> version.filter(v -> number(v) == number)).toList();
      Optional<TaskVersion> now = step.now().filter(v -> number(v) == number);
      if (now.isPresent() || before.stream().anyMatch(Optional::isPresent)) {
        only.add(new TaskTimeline.Step(step.commit(), step.trail(), now, before, step.cutOff()));
      }
    }
    return only;
  }
}
