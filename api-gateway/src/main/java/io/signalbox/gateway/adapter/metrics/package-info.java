/** The gateway's metrics in Micrometer. Their names are fixed; ids are never tags. */
@NullMarked
package io.signalbox.gateway.adapter.metrics;

import org.jspecify.annotations.NullMarked;
