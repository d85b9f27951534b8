/** Secrets in MongoDB: {@code _id} is project and name, the value is sealed and never read as anything else. */
@NullMarked
package io.signalbox.gateway.adapter.mongo.secret;

import org.jspecify.annotations.NullMarked;
