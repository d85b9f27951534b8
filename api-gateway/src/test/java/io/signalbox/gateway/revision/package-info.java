/** Conditions on what is edited. */
@NullMarked
package io.signalbox.gateway.revision;

import org.jspecify.annotations.NullMarked;
