/**
 * From the outboxes into the feed (C19). The commit of a state stores its events in the document's outbox; here they are
 * appended to {@code events} with one sequence, by one leader, one ordered insert at a time, and then taken out of the outbox.
 */
@NullMarked
package io.signalbox.scheduler.loop.event;

import org.jspecify.annotations.NullMarked;
