/** Pools and registration tokens in MongoDB: {@code _id} of a pool is its name, that of a token follows from its value. */
@NullMarked
package io.signalbox.gateway.adapter.mongo.pool;

import org.jspecify.annotations.NullMarked;
