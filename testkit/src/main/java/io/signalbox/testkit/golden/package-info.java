/**
 * JSON as it was once accepted, one file for each type and version: what is stored or sent stays readable, because a
 * change of it shows up in a test and in the review.
 */
@NullMarked
package io.signalbox.testkit.golden;

import org.jspecify.annotations.NullMarked;
