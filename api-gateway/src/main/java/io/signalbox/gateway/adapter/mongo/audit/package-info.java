/** The audit log in MongoDB: one document per entry, {@code _id} its place in the chain. */
@NullMarked
package io.signalbox.gateway.adapter.mongo.audit;

import org.jspecify.annotations.NullMarked;
