/**
 * The runner's session with the relay: registration, its access token, the gateways it can be reached at, and how long to wait before the next try.
 */
@NullMarked
package io.signalbox.runner.session;

import org.jspecify.annotations.NullMarked;
