/** Real processes of the checkout for whoever tests or torments them: its commands, broker and store, clients, and what may be done to a process. */
@NullMarked
package io.signalbox.testkit.infra.cluster;

import org.jspecify.annotations.NullMarked;
