package io.signalbox.backbone.config;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says in one line why a service did not start: a port in use, a wrong value of a property. */
public final class OneLineFailure implements FailureAnalysisReporter {
    private static final Logger LOG = LoggerFactory.getLogger(OneLineFailure.class);

    @Override
    public void report(FailureAnalysis analysis) {
        LOG.error("Failed to start: {}", line(analysis));
    }

    static String line(FailureAnalysis analysis) {
        return analysis.getDescription().strip().replaceAll("\\s+", " ");
    }
}
