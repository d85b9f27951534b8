/** Contracts of the gateway's stores, run against the store in memory and against a real one. */
@NullMarked
package io.signalbox.gateway.adapter.mongo;

import org.jspecify.annotations.NullMarked;
