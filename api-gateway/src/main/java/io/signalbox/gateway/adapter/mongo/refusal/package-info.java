/** Refused calls about attempts in MongoDB, for the timelines of their tasks. */
@NullMarked
package io.signalbox.gateway.adapter.mongo.refusal;

import org.jspecify.annotations.NullMarked;
