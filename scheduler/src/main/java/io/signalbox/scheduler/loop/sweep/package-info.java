/**
 * Finds in the store what a lost message should have said: new tasks, reports, runners and relays. Without a broker these readings
 * alone keep everything going, once a second.
 */
@NullMarked
package io.signalbox.scheduler.loop.sweep;

import org.jspecify.annotations.NullMarked;
