/**
 * What a batch has decided so far: the one write of each task that it touched, and what it wants beside.
 */
@NullMarked
package io.signalbox.scheduler.core.draft;

import org.jspecify.annotations.NullMarked;
