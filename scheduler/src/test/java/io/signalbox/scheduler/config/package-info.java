@NullMarked
package io.signalbox.scheduler.config;

import org.jspecify.annotations.NullMarked;
