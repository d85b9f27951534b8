package io.signalbox.model.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.GoldenFile;
import io.signalbox.model.Samples;
import io.signalbox.model.spec.TaskSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class SpecRulesTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Test
    void aSpecificationWithEveryFieldKeepsTheRulesAndItsJson() {
        assertThat(SpecRules.violations(Samples.fullSpec())).isEmpty();
        new GoldenFile("spec/full").holds(Samples.fullSpec());
    }

    @Test
    void commandsAloneAreEnough() {
        TaskSpec spec = read("{'commands':['echo hi']}");
        assertThat(SpecRules.violations(spec)).isEmpty();
        assertThat(spec.priority()).isEqualTo(50);
        assertThat(spec.executor().tag()).isEqualTo("executor:shell");
        new GoldenFile("spec/least").holds(spec);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/commands",
                "{'commands':['']}|/commands/0",
                "{'commands':[null]}|/commands/0",
                "{'commands':['x'],'name':'a\\u0007b'}|/name",
                "{'commands':['x'],'tags':['ok','not ok']}|/tags/1",
                "{'commands':['x'],'env':{'A/B':'1'}}|/env/A~1B",
                "{'commands':['x'],'env':{'A':null}}|/env/A",
                "{'commands':['x'],'files':[{'path':'a','content':'%%%'}]}|/files/0/content",
                "{'commands':['x'],'files':[{'path':'','content':''}]}|/files/0/path",
                "{'commands':['x'],'files':[{'path':'a','content':'','mode':'rwx'}]}|/files/0/mode",
                "{'commands':['x'],'files':[null]}|/files/0",
                "{'commands':['x'],'priority':101}|/priority",
                "{'commands':['x'],'timeout':'PT0S'}|/timeout",
                "{'commands':['x'],'stopGrace':'PT2H'}|/stopGrace",
                "{'commands':['x'],'queueTimeout':'P31D'}|/queueTimeout",
                "{'commands':['x'],'retry':{'maxAttempts':0}}|/retry/maxAttempts",
                "{'commands':['x'],'retry':{'on':['failed',null]}}|/retry/on/1",
                "{'commands':['x'],'retry':{'exitCodes':[null]}}|/retry/exitCodes/0",
                "{'commands':['x'],'onLost':{'after':'PT1S'}}|/onLost/after",
                "{'commands':['x'],'concurrency':{'key':'','limit':1}}|/concurrency/key",
                "{'commands':['x'],'fallback':{'tags':['a']}}|/fallback/after",
                "{'commands':['x'],'fallback':{'after':'PT1S'}}|/fallback",
                "{'commands':['x'],'fallback':{'after':'PT1S','pool':'big'}}|/fallback/pool",
                "{'commands':['x'],'executor':{'type':'docker'}}|/executor/image",
                "{'commands':['x'],'labels':{'a b':'1'}}|/labels/a b",
                "{'commands':['x'],'secrets':['a b']}|/secrets/0",
                "{'commands':['x'],'epilogue':{'onFail':[' ']}}|/epilogue/onFail/0",
            })
    void namesThePlaceOfAViolation(String json, String pointer) {
        assertThat(SpecRules.violations(read(json)))
                .extracting(Violation::pointer)
                .containsExactly(pointer);
    }

    @Test
    void tenThousandTagsAreOneViolationThatNamesTheLimit() {
        TaskSpec spec = read("{'commands':['x'],'tags':[" + "'t',".repeat(9_999) + "'t']}");
        assertThat(SpecRules.violations(spec))
                .containsExactly(new Violation("/tags", "must have at most 50 elements, but has 10000"));
    }

    @Test
    void aHugeCommandIsNamedByItsLengthAndNotRepeated() {
        TaskSpec spec = read("{'commands':['" + "x".repeat(100_000) + "']}");
        assertThat(SpecRules.violations(spec))
                .containsExactly(new Violation("/commands/0", "must have at most 65536 characters, but has 100000"));
    }

    @Test
    void stopsCollectingWhenEverythingIsWrong() {
        List<Violation> found = SpecRules.violations(read("{'commands':[" + "'',".repeat(99) + "'']}"));
        assertThat(found).hasSize(20);
    }

    private static TaskSpec read(String json) {
        return MAPPER.readValue(json.replace('\'', '"'), TaskSpec.class);
    }
}
