/** Results as text and JSON, requests from JSON. Whatever comes from files is untrusted. */
@NullMarked
package dev.replenish.report;

import org.jspecify.annotations.NullMarked;
