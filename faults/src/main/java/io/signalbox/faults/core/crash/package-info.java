/** Where the programs are killed on a task's way, and how it has to end then. */
@NullMarked
package io.signalbox.faults.core.crash;

import org.jspecify.annotations.NullMarked;
