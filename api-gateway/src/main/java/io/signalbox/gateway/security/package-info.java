/** Who calls: tokens of the client API, kept as hashes, and the caller that a request stands for. */
@NullMarked
package io.signalbox.gateway.security;

import org.jspecify.annotations.NullMarked;
