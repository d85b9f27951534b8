/** Tests of what is judged about leases. */
@NullMarked
package io.signalbox.scheduler.core.lease;

import org.jspecify.annotations.NullMarked;
