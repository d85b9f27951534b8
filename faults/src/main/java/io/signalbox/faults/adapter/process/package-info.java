/** The processes under faults: started, killed, frozen and started again by their ids, with lines between them that can be broken. */
@NullMarked
package io.signalbox.faults.adapter.process;

import org.jspecify.annotations.NullMarked;
