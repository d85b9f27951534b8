/** Folders of live attempts: what a runner that has one may fetch. */
@NullMarked
package io.signalbox.gateway.relay.folder;

import org.jspecify.annotations.NullMarked;
