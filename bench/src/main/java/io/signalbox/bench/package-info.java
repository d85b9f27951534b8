/** The load generator behind {@code bin/bench}: bounded in count and time, speaking only to the installation it is given. */
@NullMarked
package io.signalbox.bench;

import org.jspecify.annotations.NullMarked;
