/** Commands about who may do what, and who did: tokens of the API, and the audit log. */
@NullMarked
package io.signalbox.cli.access;

import org.jspecify.annotations.NullMarked;
