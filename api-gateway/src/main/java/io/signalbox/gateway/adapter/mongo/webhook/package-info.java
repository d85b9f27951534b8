/** Webhooks, their deliveries and the lease of who delivers, in MongoDB; by single-document operations, each guarded by what was seen. */
@NullMarked
package io.signalbox.gateway.adapter.mongo.webhook;

import org.jspecify.annotations.NullMarked;
