@NullMarked
package io.signalbox.scheduler.loop.errand;

import org.jspecify.annotations.NullMarked;
