/**
 * Hashes, as they are stored and compared: SHA-256 in hex (FIPS 180-4).
 */
@NullMarked
package io.signalbox.gateway.hash;

import org.jspecify.annotations.NullMarked;
