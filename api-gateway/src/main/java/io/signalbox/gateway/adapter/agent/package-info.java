/**
 * The agents' protocol over HTTP: handlers that read a request, ask the relay and write its answer. They stand before the servlets of the client API, because
 * a held sync must cost no thread and little memory, status codes and empty bodies must be exact, and bodies come without {@code Content-Type}.
 */
@NullMarked
package io.signalbox.gateway.adapter.agent;

import org.jspecify.annotations.NullMarked;
