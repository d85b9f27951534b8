package io.signalbox.testkit.architecture;

import static io.signalbox.testkit.architecture.Planted.source;

import java.util.List;
import java.util.Map;

class WiringRulesTest implements PlantedFaultsContract {
    private static final String BEANS = "org.springframework.beans.factory.annotation.";

    @Override
    public List<Rule> rules() {
        return WiringRules.all();
    }

    @Override
    public Map<String, List<Planted>> faults() {
        return Map.of(
                "nothing is injected into fields",
                List.of(
                        source("package planted; class A { @%sAutowired String it; }".formatted(BEANS))
                                .found("A.it"),
                        source("package planted; class A { @%sAutowired A(String it) {} }".formatted(BEANS))),
                "settings come from records, never from @Value",
                List.of(
                        source("package planted; class A { @%sValue(\"a\") String it; }".formatted(BEANS))
                                .found("A.it"),
                        source("package planted; class A { A(@%sValue(\"a\") String it) {} }".formatted(BEANS))
                                .found("Parameter"),
                        source("package planted; class A { @%sQualifier(\"a\") String it; }".formatted(BEANS))),
                "a bean has one constructor",
                List.of(
                        source(
                                        "package planted; @org.springframework.stereotype.Service class A { A() {} A(int i) {} }")
                                .found("planted.A"),
                        source("package planted; class A { A() {} A(int i) {} }")),
                "settings are validated records",
                List.of(
                        source("package planted; %s class A {}".formatted(PROPERTIES))
                                .found("planted.A"),
                        source("package planted; %s record A(int i) {}".formatted(PROPERTIES))
                                .found("planted.A"),
                        source(
                                "package planted; %s @org.springframework.validation.annotation.Validated record A(int i) {}"
                                        .formatted(PROPERTIES))));
    }

    private static final String PROPERTIES =
            "@org.springframework.boot.context.properties.ConfigurationProperties(\"a\")";
}
