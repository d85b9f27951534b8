/**
 * The embedded store: mongo-java-server over one MVStore file, made durable. Every write is in the file, and forced to the
 * disk, before it is answered; documents are found by their {@code _id}. For trying Signalbox: one process, up to some
 * 50,000 tasks; nobody but this user may come near its folder.
 */
@NullMarked
package io.signalbox.standalone.store;

import org.jspecify.annotations.NullMarked;
