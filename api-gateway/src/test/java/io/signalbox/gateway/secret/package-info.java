/** Tests of the secrets' key. */
@NullMarked
package io.signalbox.gateway.secret;

import org.jspecify.annotations.NullMarked;
