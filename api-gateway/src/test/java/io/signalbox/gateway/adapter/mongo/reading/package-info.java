/** Tests of what all readers of the store share, without a store. */
@NullMarked
package io.signalbox.gateway.adapter.mongo.reading;

import org.jspecify.annotations.NullMarked;
