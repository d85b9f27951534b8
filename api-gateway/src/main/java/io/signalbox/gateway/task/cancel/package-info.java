/** The wish to cancel a task: durable before it is answered, and acted upon by the scheduler (C12). */
@NullMarked
package io.signalbox.gateway.task.cancel;

import org.jspecify.annotations.NullMarked;
