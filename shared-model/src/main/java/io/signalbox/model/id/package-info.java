/**
 * Identities: one-component records, so that one can never be passed for another. Each is written in JSON as its bare value.
 */
@NullMarked
package io.signalbox.model.id;

import org.jspecify.annotations.NullMarked;
