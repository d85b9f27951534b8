/** Starts programs in sessions of their own, as cheaply as the system allows. */
@NullMarked
package io.signalbox.runner.adapter.process.start;

import org.jspecify.annotations.NullMarked;
