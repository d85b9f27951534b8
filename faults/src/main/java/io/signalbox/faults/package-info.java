/** Real processes under faults, and the check of what came of it: written without the product's code, so that it cannot share its mistakes. */
@NullMarked
package io.signalbox.faults;

import org.jspecify.annotations.NullMarked;
