/** Reports as pages: Markdown with Mermaid, and HTML. Both show the same sections. */
@NullMarked
package dev.replenish.report.page;

import org.jspecify.annotations.NullMarked;
