/** What grows with what: each relation measured at a few places, told as figures and drawn as a picture. */
@NullMarked
package io.signalbox.bench.adapter.growth;

import org.jspecify.annotations.NullMarked;
