/** What was written down about a run: by the load about its requests, by the tasks about themselves, by whoever asked the API afterwards. */
@NullMarked
package io.signalbox.faults.core.history;

import org.jspecify.annotations.NullMarked;
