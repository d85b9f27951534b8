/** How the scheduler is told what happens at a relay. */
@NullMarked
package io.signalbox.gateway.relay.bell;

import org.jspecify.annotations.NullMarked;
