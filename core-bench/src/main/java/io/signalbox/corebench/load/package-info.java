/** What the core is measured with: runners, projects and waiting tasks as a large installation has them. */
@NullMarked
package io.signalbox.corebench.load;

import org.jspecify.annotations.NullMarked;
