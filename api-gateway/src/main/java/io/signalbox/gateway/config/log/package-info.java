/** The part of the gateway's composition root that is about logs. */
@NullMarked
package io.signalbox.gateway.config.log;

import org.jspecify.annotations.NullMarked;
