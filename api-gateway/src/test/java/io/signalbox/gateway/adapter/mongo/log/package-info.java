/** The log's contract over the chunk store of MongoDB. */
@NullMarked
package io.signalbox.gateway.adapter.mongo.log;

import org.jspecify.annotations.NullMarked;
