package io.signalbox.runner.config.setting;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The command line, then the environment, then the configuration file: what one leaves out is taken from the next. */
public final class SettingSources {
    private final Map<Setting, List<String>> options;
    private final Map<String, String> environment;
    private final Properties file;

    /** Reads the file that the options or the environment name, if any; all its keys must be settings. */
    public SettingSources(Map<Setting, List<String>> options, Map<String, String> environment) {
        this.options = options;
        this.environment = environment;
        this.file = new Properties();
        values(Setting.CONFIG).forEach(this::load);
    }

    private void load(String path) {
        try (Reader text = Files.newBufferedReader(Path.of(path))) {
            file.load(text);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidSettingException("--config " + path + " cannot be read: " + e.getMessage());
        }
        Set<String> unknown = new TreeSet<>(file.stringPropertyNames());
        Arrays.stream(Setting.values())
                .filter(setting -> setting != Setting.CONFIG)
                .map(Setting::key)
                .forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new InvalidSettingException(
                    "--config " + path + " has unknown settings: " + String.join(", ", unknown));
        }
    }

    /** The values of one setting; none if nobody sets it. */
    List<String> values(Setting setting) {
        return Objects.requireNonNullElseGet(
                options.get(setting),
                () ->
                        Optional.ofNullable(
                                        environment.getOrDefault(setting.variable(), file.getProperty(setting.key())))
                                .stream()
                                .toList());
    }
}
