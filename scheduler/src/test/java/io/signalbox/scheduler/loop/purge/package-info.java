@NullMarked
package io.signalbox.scheduler.loop.purge;

import org.jspecify.annotations.NullMarked;
