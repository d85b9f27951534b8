@NullMarked
package io.signalbox.scheduler.loop.event;

import org.jspecify.annotations.NullMarked;
