/** The API over HTTPS: the JDK's client, TLS 1.3, the proxies of the environment. */
@NullMarked
package io.signalbox.cli.adapter.http;

import org.jspecify.annotations.NullMarked;
