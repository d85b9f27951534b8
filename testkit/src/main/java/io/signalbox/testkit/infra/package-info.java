/**
 * A real RabbitMQ and a real MongoDB for the tests that need them: found by address, as local programs or as containers,
 * shared by all classes of a run, and given to each class as if it were alone with them.
 */
@NullMarked
package io.signalbox.testkit.infra;

import org.jspecify.annotations.NullMarked;
