/** What another fleet would change for the tasks that wait now. */
@NullMarked
package io.signalbox.gateway.outlook;

import org.jspecify.annotations.NullMarked;
