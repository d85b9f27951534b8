/**
 * The document store as both services use it: one client with its concerns and time-outs, the store's clock, and the
 * indexes. Only atomic operations on single documents, so that the embedded store and every MongoDB from 5.0 on behave
 * alike.
 */
@NullMarked
package io.signalbox.backbone.mongo;

import org.jspecify.annotations.NullMarked;
