/**
 * Why a waiting task waits, and the one change that would start it.
 */
@NullMarked
package io.signalbox.scheduler.core.explain;

import org.jspecify.annotations.NullMarked;
