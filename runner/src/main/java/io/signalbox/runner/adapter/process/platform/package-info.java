/** Which system is beneath, and which ways it leaves for what tasks need. */
@NullMarked
package io.signalbox.runner.adapter.process.platform;

import org.jspecify.annotations.NullMarked;
