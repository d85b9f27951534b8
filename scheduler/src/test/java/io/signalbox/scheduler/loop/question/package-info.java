/** What only the leader knows: questions and their answers. */
@NullMarked
package io.signalbox.scheduler.loop.question;

import org.jspecify.annotations.NullMarked;
