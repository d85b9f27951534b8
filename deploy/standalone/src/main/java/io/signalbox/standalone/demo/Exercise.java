package io.signalbox.standalone.demo;

import java.util.Map;

/**
 * A task of the demonstration and how it should end.
 *
 * @param name of the task
 * @param purpose what it shows, for the person who watches
 * @param spec what is submitted
 * @param state in which it should end
 * @param exitCode with which it should end
 */
record Exercise(String name, String purpose, Map<String, ?> spec, String state, int exitCode) {}
