/** What the store knows of tasks that wait. */
@NullMarked
package io.signalbox.gateway.adapter.mongo.task;

import org.jspecify.annotations.NullMarked;
