/** Requests of somebody who means harm, made up by the thousand: against every address of the client API and of the relay. */
@NullMarked
package io.signalbox.gateway.hostile;

import org.jspecify.annotations.NullMarked;
