/** Why a task waits: only the leader's memory knows, so it is asked over the bus. */
@NullMarked
package io.signalbox.gateway.task.explain;

import org.jspecify.annotations.NullMarked;
