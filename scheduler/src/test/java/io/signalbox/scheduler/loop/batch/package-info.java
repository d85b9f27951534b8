@NullMarked
package io.signalbox.scheduler.loop.batch;

import org.jspecify.annotations.NullMarked;
