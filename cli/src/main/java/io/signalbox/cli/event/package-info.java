/** Commands about what happens: the feed of events, and a live view of queues and runners. */
@NullMarked
package io.signalbox.cli.event;

import org.jspecify.annotations.NullMarked;
