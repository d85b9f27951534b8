/** The bus over a real RabbitMQ. */
@NullMarked
package io.signalbox.backbone.rabbit;

import org.jspecify.annotations.NullMarked;
