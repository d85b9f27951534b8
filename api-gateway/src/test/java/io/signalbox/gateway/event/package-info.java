@NullMarked
package io.signalbox.gateway.event;

import org.jspecify.annotations.NullMarked;
