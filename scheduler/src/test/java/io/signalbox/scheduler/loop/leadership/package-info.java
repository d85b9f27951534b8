@NullMarked
package io.signalbox.scheduler.loop.leadership;

import org.jspecify.annotations.NullMarked;
