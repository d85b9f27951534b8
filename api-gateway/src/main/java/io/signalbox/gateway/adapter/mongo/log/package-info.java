/**
 * Chunks of logs as documents of {@code log_chunks}.
 */
@NullMarked
package io.signalbox.gateway.adapter.mongo.log;

import org.jspecify.annotations.NullMarked;
