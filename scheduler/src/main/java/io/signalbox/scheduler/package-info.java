/** The owner of task state: decides which slot runs which task, and what becomes of it. */
@NullMarked
package io.signalbox.scheduler;

import org.jspecify.annotations.NullMarked;
