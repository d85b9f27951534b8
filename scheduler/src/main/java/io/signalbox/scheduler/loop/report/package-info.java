/**
 * The reports as the scheduler uses them: a set that is scanned, read by doorbell, withdrawn from, and emptied only after what
 * they caused is stored (C1, C18).
 */
@NullMarked
package io.signalbox.scheduler.loop.report;

import org.jspecify.annotations.NullMarked;
