/**
 * The relay's ports in MongoDB: claims and ends in {@code reports}, beats in {@code runners}, live attempts in {@code tasks}, its own
 * record in {@code relays}. Everything hot goes through a batching writer or a shared read.
 */
@NullMarked
package io.signalbox.gateway.adapter.mongo.relay;

import org.jspecify.annotations.NullMarked;
