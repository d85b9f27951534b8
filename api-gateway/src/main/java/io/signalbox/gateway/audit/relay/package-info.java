/** What the relay adds to the audit log: registrations of runners, and secrets that were read for attempts. */
@NullMarked
package io.signalbox.gateway.audit.relay;

import org.jspecify.annotations.NullMarked;
