@NullMarked
package io.signalbox.scheduler.world;

import org.jspecify.annotations.NullMarked;
