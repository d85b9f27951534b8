/** Commands about projects and their secrets. */
@NullMarked
package io.signalbox.cli.project;

import org.jspecify.annotations.NullMarked;
