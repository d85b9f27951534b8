/** Runners that fail everything are set aside, probed, and trusted again. */
@NullMarked
package io.signalbox.scheduler.core.judge;

import org.jspecify.annotations.NullMarked;
