package dev.replenish.board;

/**
 * A place between two bytes where lines may be added.
 *
 * @param offset the place
 * @param atLineStart whether a line begins here; if not, the line before has to be ended first
 * @param blankBefore whether the line before is blank, or there is none
 * @param belowList whether a list or a quote is above, which would take indented lines in
 * @param blankAfter whether the line behind is blank, or there is none
 */
public record InsertionPoint(
    int offset, boolean atLineStart, boolean blankBefore, boolean belowList, boolean blankAfter) {}
