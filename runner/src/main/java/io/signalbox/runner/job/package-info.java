/** What an attempt is to do and how it can end, in the runner's own words: values that every other package may use. */
@NullMarked
package io.signalbox.runner.job;

import org.jspecify.annotations.NullMarked;
