/** Tests of how turns are paid for. */
@NullMarked
package io.signalbox.scheduler.core.share;

import org.jspecify.annotations.NullMarked;
