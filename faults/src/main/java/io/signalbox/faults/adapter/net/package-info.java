/** Lines between the processes, on which bytes can be lost, late or kept: connections of TCP, so neither root nor a network of one's own is needed. */
@NullMarked
package io.signalbox.faults.adapter.net;

import org.jspecify.annotations.NullMarked;
