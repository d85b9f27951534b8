/** How projects that wait with the same priority share the slots: by their weights, in slot time. */
@NullMarked
package io.signalbox.scheduler.core.share;

import org.jspecify.annotations.NullMarked;
