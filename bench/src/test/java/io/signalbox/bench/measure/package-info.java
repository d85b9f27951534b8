/** Tests of {@code io.signalbox.bench.measure}. */
@NullMarked
package io.signalbox.bench.measure;

import org.jspecify.annotations.NullMarked;
