/** What people and programs see: tables, documents, a line of progress; text of others never reaches a terminal raw. */
@NullMarked
package io.signalbox.cli.output;

import org.jspecify.annotations.NullMarked;
