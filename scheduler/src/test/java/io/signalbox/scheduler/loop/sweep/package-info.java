@NullMarked
package io.signalbox.scheduler.loop.sweep;

import org.jspecify.annotations.NullMarked;
