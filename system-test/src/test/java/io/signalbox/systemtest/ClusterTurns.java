package io.signalbox.systemtest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/** Hands the {@link SharedCluster} from one test class to the next; after a failure the next one gets another. */
final class ClusterTurns implements ParameterResolver, TestWatcher {
    private static final Namespace NAMESPACE = Namespace.create(ClusterTurns.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SharedCluster.class;
    }

    @Override
    public SharedCluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return store(context).computeIfAbsent(SharedCluster.class, _ -> new SharedCluster(), SharedCluster.class);
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        SharedCluster spoilt = store(context).remove(SharedCluster.class, SharedCluster.class);
        if (spoilt != null) {
            spoilt.close();
        }
    }

    private static Store store(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE);
    }
}
