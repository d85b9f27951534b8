package io.signalbox.testkit.infra;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What {@link RequiresInfra} says, done: one search for the whole run, one lease for each top-level class. */
final class InfraExtension implements ExecutionCondition, BeforeAllCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(InfraExtension.class);
    private static final String REQUIRE = "REQUIRE_INFRA";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var search = search(context);
        var missing = search.lookFor(parts(context));
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("everything needed was found");
        }
        var why = search.explain(missing);
        var refused = refuse(why, Boolean.parseBoolean(setting(REQUIRE)));
        // No report of the build shows the reason.
        System.err.println("Skipped " + context.getDisplayName() + ": " + why);
        return refused;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        lease(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Infra.class;
    }

    @Override
    public Infra resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return lease(context).infra();
    }

    static ConditionEvaluationResult refuse(String why, boolean required) {
        if (required) {
            throw new IllegalStateException("%s, and %s=true".formatted(why, REQUIRE));
        }
        return ConditionEvaluationResult.disabled(why);
    }

    private static InfraSearch search(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(
                        InfraSearch.class,
                        it -> new InfraSearch(
                                InfraExtension::setting, List.of(new LocalPrograms(Path.of("")), new Containers())),
                        InfraSearch.class);
    }

    private static InfraLease lease(ExtensionContext context) {
        var outermost = outermostClass(context);
        return outermost
                .getStore(NAMESPACE)
                .computeIfAbsent(
                        InfraLease.class,
                        it -> InfraLease.of(
                                outermost.getRequiredTestClass(), parts(outermost), search(outermost)::addressOf),
                        InfraLease.class);
    }

    private static ExtensionContext outermostClass(ExtensionContext context) {
        var parent = context.getParent();
        return parent.isPresent() && parent.get().getTestClass().isPresent() ? outermostClass(parent.get()) : context;
    }

    private static Set<Part> parts(ExtensionContext context) {
        var annotation = findAnnotation(outermostClass(context).getRequiredTestClass(), RequiresInfra.class);
        return EnumSet.copyOf(List.of(annotation.orElseThrow().value()));
    }

    private static @Nullable String setting(String name) {
        return System.getProperty(name, System.getenv(name));
    }
}
