/** Loads that are put on an installation, each with what it measures. */
@NullMarked
package io.signalbox.bench.adapter.load;

import org.jspecify.annotations.NullMarked;
