/** Questions to the leading scheduler, and what is shown of its answers. */
@NullMarked
package io.signalbox.gateway.config.leader;

import org.jspecify.annotations.NullMarked;
