/** Projects in {@code projects}: what was said of each, for the scheduler to read. */
@NullMarked
package io.signalbox.gateway.adapter.mongo.project;

import org.jspecify.annotations.NullMarked;
