/** The change of the master key, over stores. */
@NullMarked
package io.signalbox.gateway.adapter.mongo.secret;

import org.jspecify.annotations.NullMarked;
