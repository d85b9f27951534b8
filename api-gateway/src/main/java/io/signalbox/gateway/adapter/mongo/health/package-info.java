/** The history of runners' machines in MongoDB. */
@NullMarked
package io.signalbox.gateway.adapter.mongo.health;

import org.jspecify.annotations.NullMarked;
