/** Tokens of the client API as their owners keep them: made, shown without their values, exchanged and taken back. */
@NullMarked
package io.signalbox.gateway.token;

import org.jspecify.annotations.NullMarked;
