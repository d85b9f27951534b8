@NullMarked
package io.signalbox.scheduler.loop.report;

import org.jspecify.annotations.NullMarked;
