@NullMarked
package io.signalbox.scheduler.loop;

import org.jspecify.annotations.NullMarked;
