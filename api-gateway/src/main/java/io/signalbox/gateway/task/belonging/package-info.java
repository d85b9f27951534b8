/** What a task may name of its project, and what is kept for it. */
@NullMarked
package io.signalbox.gateway.task.belonging;

import org.jspecify.annotations.NullMarked;
