@NullMarked
package io.signalbox.gateway.runner;

import org.jspecify.annotations.NullMarked;
