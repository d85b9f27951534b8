/** Commands about webhooks: where a project's events are told, and what became of it. */
@NullMarked
package io.signalbox.cli.webhook;

import org.jspecify.annotations.NullMarked;
