/**
 * The scheduler's ports on MongoDB: single-document atomic operations only, every decision read from the primary, no write
 * upserts. Each adapter says which documents it touches and how; each passes the contract suite of its port.
 */
@NullMarked
package io.signalbox.scheduler.adapter.mongo;

import org.jspecify.annotations.NullMarked;
