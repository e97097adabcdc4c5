package dev.replenish.board;

/**
 * A place between two bytes where lines may be added.
 *
 * @param offset the place
 * @param atLineStart whether a line begins here; if not, a line break must be added first
 * @param blankBefore whether the line before is blank, or there is none
 * @param belowList whether the line before belongs to a list or a quote, which would absorb
 *     indented lines
 * @param blankAfter whether the line after is blank, or there is none
 */
public record InsertionPoint(
    int offset, boolean atLineStart, boolean blankBefore, boolean belowList, boolean blankAfter) {}
