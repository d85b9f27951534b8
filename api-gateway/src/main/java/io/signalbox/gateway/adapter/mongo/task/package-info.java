/**
 * Tasks in MongoDB, as the gateway writes and reads them. It inserts a task once, in state {@code queued} with version 0 and the
 * event {@code task.queued} in its outbox; from then on the document is the scheduler's.
 */
@NullMarked
package io.signalbox.gateway.adapter.mongo.task;

import org.jspecify.annotations.NullMarked;
