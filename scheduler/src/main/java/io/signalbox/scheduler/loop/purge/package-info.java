/**
 * What has been kept long enough is removed (C25), beside the loop and at a pace of its own: it is decided here and written into
 * the task, the gateways remove the log that they alone write, and then the task goes, last of all.
 */
@NullMarked
package io.signalbox.scheduler.loop.purge;

import org.jspecify.annotations.NullMarked;
