/** Pools of runners, and the registration tokens by which runners join them: each token is a policy, and its value is shown once. */
@NullMarked
package io.signalbox.gateway.pool;

import org.jspecify.annotations.NullMarked;
