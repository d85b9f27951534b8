/** For how long what has ended is kept (C25). */
@NullMarked
package io.signalbox.scheduler.core.retention;

import org.jspecify.annotations.NullMarked;
