@NullMarked
package io.signalbox.gateway.log.purge;

import org.jspecify.annotations.NullMarked;
