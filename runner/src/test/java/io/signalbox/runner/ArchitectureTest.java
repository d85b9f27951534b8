package io.signalbox.runner;

import io.signalbox.testkit.architecture.ArchitectureContract;

class ArchitectureTest implements ArchitectureContract {}
