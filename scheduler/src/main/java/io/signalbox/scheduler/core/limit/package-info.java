/** How many may run at once: of a project, in a pool, with a concurrency key. A limit stops only what it is about. */
@NullMarked
package io.signalbox.scheduler.core.limit;

import org.jspecify.annotations.NullMarked;
