/**
 * Who leads (C14): exactly one scheduler decides, for one epoch of the {@code leadership} document; the others look on and
 * are ready. A leader whose renewals are not acknowledged stops by itself, before anybody else may begin.
 */
@NullMarked
package io.signalbox.scheduler.loop.leadership;

import org.jspecify.annotations.NullMarked;
