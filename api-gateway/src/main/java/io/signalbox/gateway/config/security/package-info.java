/** Wires who may do what: authentication, tokens and the audit log. */
@NullMarked
package io.signalbox.gateway.config.security;

import org.jspecify.annotations.NullMarked;
