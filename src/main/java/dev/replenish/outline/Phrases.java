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
      DONE: done, completed, complete, finished, closed, resolved, recently completed, recently done, recently finished
      DONE: done this *, done in *, done since *, done so far, completed this *, completed in *, completed since *
      DONE: completed tasks, completed items, completed work, completed features, finished tasks, done tasks, done items
      DONE: delivered, shipped, released, already done, archive, archived, archived tasks, implemented, fixed
      ACTIVE: in progress, doing, wip, work in progress, currently working on, active, started, ongoing, in review
      BLOCKED: blocked, waiting, on hold, waiting for *, blocked by *, stuck
      PARKED: icebox, parked, parking lot, deferred, postponed, someday, some day, someday maybe, maybe, wont do, wont fix
      PARKED: never, wont have, wont, not doing, not planned, rejected, dropped, cancelled, canceled, abandoned
      PARKED: non goals, not now, frozen, on ice, declined, obsolete, wontfix, will not do, not in scope, out of scope
      PARKED: deferred *, postponed to *, postponed until *
      INFORMATION: legend, status legend, priority legend, priorities legend, how to, howto, how to use *, how to read *
      INFORMATION: how to update *, how to edit *, how to change *, how to add *, how to work *, how to contribute *
      INFORMATION: notes, note, acceptance criteria, definition of done, definition of ready, success criteria
      INFORMATION: progress summary, summary, history, changelog, change log, page history, revision history
      INFORMATION: change history, overview, introduction, purpose, instructions, guidelines, contributing, glossary
      INFORMATION: table of contents, contents, toc, references, see also, template, task template, item template
      INFORMATION: about this file, about this document, about this backlog, dependency version bumps, version bumps
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
