/** The audit log: who did what, from where, and what came of it; a chain of hashes, so that nothing can be changed or taken out of its middle unseen. */
@NullMarked
package io.signalbox.gateway.audit;

import org.jspecify.annotations.NullMarked;
