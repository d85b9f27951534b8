/** Names in the store that are about reading the feed. */
@NullMarked
package io.signalbox.model.store.feed;

import org.jspecify.annotations.NullMarked;
