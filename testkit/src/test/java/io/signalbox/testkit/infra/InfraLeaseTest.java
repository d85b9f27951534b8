package io.signalbox.testkit.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfraLeaseTest {

    @ParameterizedTest
    @CsvSource({
        "mongodb://h:1, mongodb://h:1/own",
        "mongodb://h:1/, mongodb://h:1/own",
        "mongodb://h:1/?replicaSet=rs0, mongodb://h:1/own?replicaSet=rs0",
        "mongodb://u:p@h:1/other?w=1, mongodb://u:p@h:1/own?w=1",
        "mongodb+srv://h, mongodb+srv://h/own"
    })
    void connectionStringNamesTheDatabaseOfTheClass(String given, String own) {
        assertThat(InfraLease.withDatabase(given, "own")).isEqualTo(own);
    }
}
