/** How often a token may ask: a bucket for each, in this process, and what callers are told of it. */
@NullMarked
package io.signalbox.gateway.rate;

import org.jspecify.annotations.NullMarked;
