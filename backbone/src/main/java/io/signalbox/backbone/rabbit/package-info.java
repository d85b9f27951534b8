/**
 * The message bus over RabbitMQ. One connection publishes and one consumes, so that a memory alarm of the broker, which
 * stops publishers, stops no consumer. Messages are transient; exchanges, and the two queues that outlive their readers,
 * are declared on each new connection, so that a broker that lost everything is made up again.
 */
@NullMarked
package io.signalbox.backbone.rabbit;

import org.jspecify.annotations.NullMarked;
