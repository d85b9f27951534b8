/** What is measured, and how a figure is stated. */
@NullMarked
package io.signalbox.bench.measure;

import org.jspecify.annotations.NullMarked;
