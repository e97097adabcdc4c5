/** What becomes of tasks once they are written: started, finished, reopened, deferred, archived. */
@NullMarked
package dev.replenish.app.life;

import org.jspecify.annotations.NullMarked;
