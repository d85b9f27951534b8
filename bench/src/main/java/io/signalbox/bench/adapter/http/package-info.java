/** An installation as its clients and runners reach it; the runners here speak the real protocol over TLS but start no process. */
@NullMarked
package io.signalbox.bench.adapter.http;

import org.jspecify.annotations.NullMarked;
