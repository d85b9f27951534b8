package io.signalbox.backbone.config;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts a service as a process of its own: no banner, and a start that fails says why in one line. */
public final class ServiceProcess {
    /** What must be known before the first bean is made. */
    private static final Map<String, Object> EARLY = Map.of(
            "logging.level.de.bwaldvogel", "warn",
            "logging.level.org.eclipse.jetty", "warn",
            "logging.level.org.springframework", "warn",
            // What a failed start says besides its one line.
            "logging.level.org.eclipse.jetty.ee11.webapp.WebAppContext", "error",
            "logging.level.org.springframework.boot.web.server.servlet.context", "error",
            "logging.level.org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter", "off",
            "logging.level.org.springframework.web.servlet.PageNotFound", "error",
            "logging.level.org.mongodb.driver", "warn");

    private ServiceProcess() {}

    /** Runs {@code application} until the process is told to end. */
    public static ConfigurableApplicationContext start(Class<?> application, String... arguments) {
        return start(application, Map.of(), arguments);
    }

    /** The same with {@code properties} that come before the configuration's defaults, and after what the user set. */
    public static ConfigurableApplicationContext start(
            Class<?> application, Map<String, Object> properties, String... arguments) {
        SpringApplication spring = new SpringApplication(application);
        spring.setBannerMode(Banner.Mode.OFF);
        Map<String, Object> defaults = new HashMap<>(EARLY);
        defaults.putAll(properties);
        spring.setDefaultProperties(defaults);
        return spring.run(arguments);
    }
}
