package io.signalbox.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import java.util.List;
import java.util.stream.Stream;

/** How beans are made: through one constructor, from validated records. */
final class WiringRules {
    private static final String VALUE = "org.springframework.beans.factory.annotation.Value";
    private static final String COMPONENT = "org.springframework.stereotype.Component";
    private static final String PROPERTIES = "org.springframework.boot.context.properties.ConfigurationProperties";
    private static final String VALIDATED = "org.springframework.validation.annotation.Validated";

    private WiringRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.overClasses(
                        "nothing is injected into fields",
                        code -> noFields()
                                .should()
                                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                                .orShould()
                                .beAnnotatedWith("jakarta.inject.Inject")
                                .orShould()
                                .beAnnotatedWith("jakarta.annotation.Resource")),
                new Rule("settings come from records, never from @Value", WiringRules::values),
                new Rule("a bean has one constructor", WiringRules::constructors),
                new Rule("settings are validated records", WiringRules::properties));
    }

    private static List<String> values(Codebase code) {
        return code.classes().stream()
                .flatMap(WiringRules::annotated)
                .filter(it -> it.isAnnotatedWith(VALUE) || it.isMetaAnnotatedWith(VALUE))
                .map(HasAnnotations::getDescription)
                .toList();
    }

    private static Stream<HasAnnotations<?>> annotated(JavaClass type) {
        return Stream.concat(
                type.getMembers().stream(), type.getCodeUnits().stream().flatMap(it -> it.getParameters().stream()));
    }

    private static List<String> constructors(Codebase code) {
        return code.classes().stream()
                .filter(it -> it.isAnnotatedWith(COMPONENT) || it.isMetaAnnotatedWith(COMPONENT))
                .filter(it -> it.getConstructors().size() > 1)
                .map(JavaClass::getName)
                .toList();
    }

    private static List<String> properties(Codebase code) {
        return code.classes().stream()
                .filter(it -> it.isAnnotatedWith(PROPERTIES))
                .filter(it -> !it.isRecord() || !it.isAnnotatedWith(VALIDATED))
                .map(JavaClass::getName)
                .toList();
    }
}
