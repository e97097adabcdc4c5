package dev.replenish.board;

import dev.replenish.text.Span;
import java.util.Optional;

/**
 * One entry of {@code TASK_INDEX.md}.
 *
 * @param id the task it is about
 * @param line the line on which it begins, from 1
 * @param location where the value of its {@code location:} line stands
 * @param status where the value of its {@code status:} line stands
 */
public record IndexEntry(TaskId id, int line, Optional<Span> location, Optional<Span> status) {}
