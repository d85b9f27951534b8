/** The relay over HTTPS: the JDK's client, TLS 1.3, HTTP/2, one connection for control calls and one for logs. */
@NullMarked
package io.signalbox.runner.adapter.http;

import org.jspecify.annotations.NullMarked;
