/** Tasks as the client API shows them: one by its id, and lists, newest first. */
@NullMarked
package io.signalbox.gateway.task;

import org.jspecify.annotations.NullMarked;
