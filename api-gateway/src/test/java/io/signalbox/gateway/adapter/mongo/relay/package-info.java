/** The relay's store ports keep their contracts on the embedded store and on a real one. */
@NullMarked
package io.signalbox.gateway.adapter.mongo.relay;

import org.jspecify.annotations.NullMarked;
