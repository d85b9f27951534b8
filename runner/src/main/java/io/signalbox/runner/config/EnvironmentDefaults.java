package io.signalbox.runner.config;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Takes what the command line leaves out from the environment: {@code --some-option} from {@code SIGNALBOX_RUNNER_SOME_OPTION}. */
final class EnvironmentDefaults implements IDefaultValueProvider {
    private static final String PREFIX = "SIGNALBOX_RUNNER_";

    private final Map<String, String> environment;

    EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option ? environment.get(variable(option.longestName())) : null;
    }

    private static String variable(String option) {
        return PREFIX + option.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
