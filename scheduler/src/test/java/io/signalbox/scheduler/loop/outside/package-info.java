@NullMarked
package io.signalbox.scheduler.loop.outside;

import org.jspecify.annotations.NullMarked;
