/** Tokens in MongoDB: one document per token, {@code _id} the first digits of the value's hash. */
@NullMarked
package io.signalbox.gateway.adapter.mongo.security;

import org.jspecify.annotations.NullMarked;
