package io.signalbox.runner.config.setting;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Takes what the command line leaves out from the environment, and what that leaves out from the configuration file: {@code --some-option} is
 * {@code SIGNALBOX_RUNNER_SOME_OPTION} and {@code some-option}.
 */
public final class SettingSources implements IDefaultValueProvider {
    private static final String PREFIX = "SIGNALBOX_RUNNER_";
    private static final String CONFIG = "--config";

    private final Map<String, String> environment;
    private final Properties file;

    private SettingSources(Map<String, String> environment, Properties file) {
        this.environment = environment;
        this.file = file;
    }

    /** Reads the file that the arguments or the environment name, if any; all its keys must be options of {@code known}. */
    public static SettingSources of(String[] arguments, Map<String, String> environment, CommandSpec known) {
        String path = environment.getOrDefault(variable(CONFIG), "");
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith(CONFIG + "=")) {
                path = arguments[i].substring(CONFIG.length() + 1);
            } else if (arguments[i].equals(CONFIG) && i + 1 < arguments.length) {
                path = arguments[i + 1];
            }
        }
        return new SettingSources(environment, path.isEmpty() ? new Properties() : read(path, known));
    }

    private static Properties read(String path, CommandSpec known) {
        var properties = new Properties();
        try (Reader text = Files.newBufferedReader(Path.of(path))) {
            properties.load(text);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidSettingException(CONFIG + " " + path + " cannot be read: " + e.getMessage());
        }
        Set<String> keys = new TreeSet<>(properties.stringPropertyNames());
        keys.removeIf(key -> !key.equals("config") && known.optionsMap().containsKey("--" + key));
        if (!keys.isEmpty()) {
            throw new InvalidSettingException(
                    CONFIG + " " + path + " has unknown settings: " + String.join(", ", keys));
        }
        return properties;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        String name = option.longestName();
        return environment.getOrDefault(variable(name), file.getProperty(name.substring(2)));
    }

    /** The variable that stands for an option. */
    public static String variable(String option) {
        return PREFIX + option.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
