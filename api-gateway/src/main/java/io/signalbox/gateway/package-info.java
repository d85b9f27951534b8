/** The HTTP edge: the client API, the relay that runners connect to, and the log store. */
@NullMarked
package io.signalbox.gateway;

import org.jspecify.annotations.NullMarked;
