package dev.replenish.outline;

/**
 * The words that people write into backlogs, by what they mean (TASKS.md, "Words that are
 * understood"). Case and punctuation don't matter; {@code *} stands for any further words.
 */
final class Phrases {
  private Phrases() {}

  static final String LEVELS =
      """
      CRITICAL: critical, critical priority, priority critical, urgent, blocker, showstopper, must fix *, asap
      CRITICAL: must, must have, must haves, must do, highest, highest priority, top priority, emergency
      HIGH: high, high priority, priority high, important, should, should have, should haves, now, major
      MEDIUM: medium, medium priority, priority medium, med, normal, moderate, could, could have, could haves, next
      LOW: low, low priority, priority low, minor, later, nice to have, nice to haves
      LOWEST: lowest, lowest priority, trivial, lower priority
      WONT: wont, wont have, wont haves
      """;

  static final String STATUSES =
      """
      TODO: todo, to do, open, new, planned, pending, not started, ready, backlog, queued, next, proposed, unstarted
      IN_PROGRESS: in progress, wip, doing, started, ongoing, active, working, working on it, in review, review
      BLOCKED: blocked, waiting, on hold, stuck, paused, waiting for *, blocked by *
      DONE: done, completed, complete, finished, closed, resolved, fixed, delivered, shipped, released, implemented
      REJECTED: rejected, cancelled, canceled, dropped, wont do, wont fix, wontfix, abandoned, obsolete, declined, duplicate
      """;

  static final String TOPICS =
      """
      DONE: done, completed, complete, finished, closed, resolved, recently completed, recently done, done *, completed *
      DONE: finished *, delivered, shipped, released, already done, archive, archived, implemented, fixed, completed tasks
      ACTIVE: in progress, doing, wip, work in progress, currently working on, active, started, ongoing, in review
      BLOCKED: blocked, waiting, on hold, waiting for *, blocked by *, stuck
      PARKED: icebox, parked, parking lot, deferred, postponed, someday, some day, someday maybe, maybe, wont do, wont fix
      PARKED: never, wont have, wont, not doing, not planned, rejected, dropped, cancelled, canceled, abandoned, out of scope
      PARKED: non goals, not now, frozen, on ice, declined, obsolete, wontfix, will not do, not in scope, deferred *
      INFORMATION: legend, how to *, howto, notes, note, acceptance criteria, definition of done, definition of ready
      INFORMATION: progress summary, summary, history, changelog, change log, page history, revision history, overview
      INFORMATION: status legend, introduction, about, about *, purpose, instructions, guidelines, rules, conventions
      INFORMATION: contributing, table of contents, contents, toc, references, links, resources, glossary, see also
      INFORMATION: usage, format, template, templates, example, examples, background, context, metrics, statistics, stats
      INFORMATION: success criteria, success metrics, dependencies, dependency version bumps, version bumps, versions
      INFORMATION: priority legend, priorities legend, workflow, process, key, principles, assumptions, risks, license
      """;

  static final String COLUMNS =
      """
      TITLE: task, tasks, item, items, title, feature, features, story, stories, user story, todo, to do, issue, issues
      TITLE: action, action item, work item, name, what, subject, bug, idea, goal, deliverable, improvement, backlog item
      DESCRIPTION: description, details, summary
      ID: id, nr, no, number, key, ref, ticket, code, task id, item id
      PRIORITY: priority, prio, pri, p, importance, urgency, severity, moscow
      STATUS: status, state, progress, done, stage
      EFFORT: effort, estimate, estimated effort, estimation, size, points, story points, sp, time, duration, cost
      DEPENDENCIES: dependencies, depends on, depends, blocked by, requires, prerequisites, after
      DOCUMENTATION: documentation, relevant documentation, docs, reference, references, links, link
      COMPONENT: component, area, domain, module, category, package, scope, layer
      OTHER: owner, assignee, assigned to, notes, note, rationale, comment, comments, due, due date, type, tags, label
      OTHER: plan, file, files, acceptance criteria, impact, value, risk, created, completed, implementation
      """;

  /** Pictures in front of or behind a text that say what has become of it. */
  static final String STATUS_PICTURES =
      """
      TODO: 📝 📋 ⬜ 🔲 ☐ 🆕
      IN_PROGRESS: 🚧 🔄 🏗 ⏳ ▶ 🔨 👷
      BLOCKED: ⛔ 🛑 ⏸ 🚫
      DONE: ✅ ✔ ☑ 🎉 ✓ 🏁
      REJECTED: ❌ ✖ ✗ 🗑
      """;

  static final String LEVEL_PICTURES =
      """
      CRITICAL: 🔴 🟥 🚨
      HIGH: 🟠 🟧 🔥
      MEDIUM: 🟡 🟨
      LOW: 🟢 🟩
      LOWEST: 🔵 🟦 ⚪ ⬜
      """;
}
