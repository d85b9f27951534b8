/**
 * What only the leader's memory knows: why tasks wait, what would be, how many slots are wanted. The loop only copies; what is made of the copy
 * is worked out beside it.
 */
@NullMarked
package io.signalbox.scheduler.loop.question;

import org.jspecify.annotations.NullMarked;
