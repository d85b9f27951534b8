/** The users: who submits, cancels and repeats, and who asks afterwards what became of it. */
@NullMarked
package io.signalbox.faults.adapter.load;

import org.jspecify.annotations.NullMarked;
