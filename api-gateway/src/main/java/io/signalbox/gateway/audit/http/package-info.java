/** The audit log over HTTP: what requests add to it, and how it is read. */
@NullMarked
package io.signalbox.gateway.audit.http;

import org.jspecify.annotations.NullMarked;
