package io.signalbox.scheduler;

import io.signalbox.testkit.architecture.ArchitectureContract;

class ArchitectureTest implements ArchitectureContract {}
