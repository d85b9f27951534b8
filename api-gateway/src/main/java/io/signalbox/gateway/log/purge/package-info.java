/**
 * Removes the logs of tasks that have been kept long enough (C25). The scheduler decides and says so in the task, from when on nobody is
 * shown the log; the chunks go here, before the task does.
 */
@NullMarked
package io.signalbox.gateway.log.purge;

import org.jspecify.annotations.NullMarked;
