@NullMarked
package io.signalbox.gateway.access;

import org.jspecify.annotations.NullMarked;
