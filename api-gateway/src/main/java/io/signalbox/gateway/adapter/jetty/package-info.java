/** The web server: HTTP/2 and HTTP/1.1 over TLS 1.3 on Jetty, its limits, request ids, and its own errors as problems. */
@NullMarked
package io.signalbox.gateway.adapter.jetty;

import org.jspecify.annotations.NullMarked;
