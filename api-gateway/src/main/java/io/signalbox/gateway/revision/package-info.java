/** How two who edit the same thing do not overwrite each other: ETags and the condition {@code If-Match} (RFC 9110). */
@NullMarked
package io.signalbox.gateway.revision;

import org.jspecify.annotations.NullMarked;
