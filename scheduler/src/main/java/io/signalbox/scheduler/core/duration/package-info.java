/** How long tasks took lately, which is all that is known of how long the next ones will take. */
@NullMarked
package io.signalbox.scheduler.core.duration;

import org.jspecify.annotations.NullMarked;
