/** Tests of the packages for package managers. */
@org.jspecify.annotations.NullMarked
package dev.replenish.packaging;
