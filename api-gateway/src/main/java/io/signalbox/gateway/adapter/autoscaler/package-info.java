/** What existing autoscalers of official agents ask for: how much a pool has to do, shown to who has a registration token of it. */
@NullMarked
package io.signalbox.gateway.adapter.autoscaler;

import org.jspecify.annotations.NullMarked;
