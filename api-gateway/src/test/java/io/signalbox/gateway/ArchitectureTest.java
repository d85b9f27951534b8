package io.signalbox.gateway;

import io.signalbox.testkit.architecture.ArchitectureContract;

class ArchitectureTest implements ArchitectureContract {}
