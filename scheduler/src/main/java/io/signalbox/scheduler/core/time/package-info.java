/**
 * Time inside the core: what the loop says it is, and what is due by then (C22).
 */
@NullMarked
package io.signalbox.scheduler.core.time;

import org.jspecify.annotations.NullMarked;
