/**
 * The duty that seals the logs of attempts whose runner never stated their end.
 */
@NullMarked
package io.signalbox.gateway.log.seal;

import org.jspecify.annotations.NullMarked;
