/** How an agent gets in: who it is, what it was granted, and a token anew. */
@NullMarked
package io.signalbox.model.relay.access;

import org.jspecify.annotations.NullMarked;
