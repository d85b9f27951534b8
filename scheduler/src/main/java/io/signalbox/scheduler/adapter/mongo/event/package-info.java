/**
 * The feed and the outboxes on MongoDB: where events wait, and where they go (C19).
 */
@NullMarked
package io.signalbox.scheduler.adapter.mongo.event;

import org.jspecify.annotations.NullMarked;
