/** Faults done to a cluster, and taken back. */
@NullMarked
package io.signalbox.faults.adapter.strike;

import org.jspecify.annotations.NullMarked;
