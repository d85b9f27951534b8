/** What operators decide about projects and pools: shares, caps, and how runners are chosen. The gateway writes it, the scheduler reads it. */
@NullMarked
package io.signalbox.model.policy;

import org.jspecify.annotations.NullMarked;
