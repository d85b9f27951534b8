/** First checks when something does not work: one finding for each thing that is needed. */
@NullMarked
package io.signalbox.cli.doctor;

import org.jspecify.annotations.NullMarked;
