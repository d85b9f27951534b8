/** The feed in MongoDB: {@code events} with the sequence as {@code _id}, and what waits in the outboxes of tasks (C19). */
@NullMarked
package io.signalbox.gateway.adapter.mongo.event;

import org.jspecify.annotations.NullMarked;
