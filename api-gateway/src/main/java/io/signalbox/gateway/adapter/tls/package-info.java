/** The gateway's certificate: a configured one, or one by an authority of its own that is made at the first start. */
@NullMarked
package io.signalbox.gateway.adapter.tls;

import org.jspecify.annotations.NullMarked;
