/** What the history of runners' machines promises, on whatever store. */
@NullMarked
package io.signalbox.gateway.adapter.mongo.health;

import org.jspecify.annotations.NullMarked;
