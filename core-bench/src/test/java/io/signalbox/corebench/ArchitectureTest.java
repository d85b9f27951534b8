package io.signalbox.corebench;

import io.signalbox.testkit.architecture.ArchitectureContract;

class ArchitectureTest implements ArchitectureContract {}
