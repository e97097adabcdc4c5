/** What package managers are given, and how it is made. */
@org.jspecify.annotations.NullMarked
package dev.replenish.packaging;
