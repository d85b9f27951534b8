/** What all readers of the store share: a store that does not answer is a problem that may pass, not a fault of the program. */
@NullMarked
package io.signalbox.gateway.adapter.mongo.reading;

import org.jspecify.annotations.NullMarked;
