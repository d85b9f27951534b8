@NullMarked
package io.signalbox.scheduler.loop.measure;

import org.jspecify.annotations.NullMarked;
