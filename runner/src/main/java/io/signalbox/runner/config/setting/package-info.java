/** What can be set: options, variables and the configuration file, checked before anything begins, and the home that they name. */
@NullMarked
package io.signalbox.runner.config.setting;

import org.jspecify.annotations.NullMarked;
