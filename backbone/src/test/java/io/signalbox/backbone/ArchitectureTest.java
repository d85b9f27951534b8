package io.signalbox.backbone;

import io.signalbox.testkit.architecture.ArchitectureContract;

class ArchitectureTest implements ArchitectureContract {}
