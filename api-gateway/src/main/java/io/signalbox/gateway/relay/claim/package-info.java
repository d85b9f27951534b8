/**
 * The claim of a start (C1): report and beat in parallel, then the task from the primary; only then is an attempt handed out. Beside it
 * the look at what lives on a slot (C5), and the payload that a claimed attempt comes to.
 */
@NullMarked
package io.signalbox.gateway.relay.claim;

import org.jspecify.annotations.NullMarked;
