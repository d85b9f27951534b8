/**
 * The end of an attempt: the last batch of its log, the seal, then the report, and only then the runner may forget it. Who an attempt
 * belongs to, where the relay does not remember it. What came too late is recorded as far as the scheduler has to judge it (C11).
 */
@NullMarked
package io.signalbox.gateway.relay.finish;

import org.jspecify.annotations.NullMarked;
