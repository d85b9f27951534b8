@NullMarked
package io.signalbox.scheduler.loop.presence;

import org.jspecify.annotations.NullMarked;
