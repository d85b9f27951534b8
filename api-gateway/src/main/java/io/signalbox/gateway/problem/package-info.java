/** Errors as callers see them: one body (RFC 9457) for everything that can go wrong, whoever found it. */
@NullMarked
package io.signalbox.gateway.problem;

import org.jspecify.annotations.NullMarked;
