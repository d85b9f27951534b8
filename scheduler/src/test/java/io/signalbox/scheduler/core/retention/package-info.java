@NullMarked
package io.signalbox.scheduler.core.retention;

import org.jspecify.annotations.NullMarked;
