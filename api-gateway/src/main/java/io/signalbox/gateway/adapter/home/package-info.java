/** The installation's folder: credentials made at the first start, addresses for scripts, and a lock between the processes that share it. */
@NullMarked
package io.signalbox.gateway.adapter.home;

import org.jspecify.annotations.NullMarked;
