/** Tests of {@code io.signalbox.gateway.log.view}. */
@NullMarked
package io.signalbox.gateway.log.view;

import org.jspecify.annotations.NullMarked;
