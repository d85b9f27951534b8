/**
 * What runners say of themselves beside their work: the newest of it is written with the beats, in few bulks, and their samples go
 * into the history.
 */
@NullMarked
package io.signalbox.gateway.relay.condition;

import org.jspecify.annotations.NullMarked;
