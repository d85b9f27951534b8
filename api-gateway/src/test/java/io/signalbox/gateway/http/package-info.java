/** Tests of the API over real HTTP: a whole gateway with TLS, and a client of it. */
@NullMarked
package io.signalbox.gateway.http;

import org.jspecify.annotations.NullMarked;
