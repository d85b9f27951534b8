/** Tests of the audit log without HTTP or store. */
@NullMarked
package io.signalbox.gateway.audit;

import org.jspecify.annotations.NullMarked;
