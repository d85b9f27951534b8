/**
 * The heart of the loop: take all waiting commands as a batch, let the core decide, and commit every change of the batch in
 * one bulk write (C16). Nothing else stands on the loop's way.
 */
@NullMarked
package io.signalbox.scheduler.loop.batch;

import org.jspecify.annotations.NullMarked;
