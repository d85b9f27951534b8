/** Which measurements are made, and how their figures are printed. */
@NullMarked
package io.signalbox.corebench.config;

import org.jspecify.annotations.NullMarked;
