/** Wires who may do what: authentication and tokens. */
@NullMarked
package io.signalbox.gateway.config.security;

import org.jspecify.annotations.NullMarked;
