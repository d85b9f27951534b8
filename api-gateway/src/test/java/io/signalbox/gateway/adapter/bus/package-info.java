/** How a gateway tells the scheduler of entries. */
@NullMarked
package io.signalbox.gateway.adapter.bus;

import org.jspecify.annotations.NullMarked;
