@NullMarked
package io.signalbox.scheduler.adapter.mongo;

import org.jspecify.annotations.NullMarked;
