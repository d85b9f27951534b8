/**
 * Names in the store that both services use: collections, fields, and the ids that are made of other ids.
 */
@NullMarked
package io.signalbox.model.store;

import org.jspecify.annotations.NullMarked;
