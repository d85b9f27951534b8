/** The scheduler's durable input: what a report is about, of which kind, and how it is kept. */
@NullMarked
package io.signalbox.model.store.report;

import org.jspecify.annotations.NullMarked;
