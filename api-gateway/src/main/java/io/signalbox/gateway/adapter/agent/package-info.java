/**
 * The agents' protocol over HTTP: servlets that read a request, ask the relay and write its answer. Plain asynchronous servlets, because
 * a held sync must cost no thread, status codes and empty bodies must be exact, and bodies come without {@code Content-Type}.
 */
@NullMarked
package io.signalbox.gateway.adapter.agent;

import org.jspecify.annotations.NullMarked;
