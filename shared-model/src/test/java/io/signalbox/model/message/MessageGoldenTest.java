package io.signalbox.model.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.GoldenFile;
import io.signalbox.model.Samples;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageGoldenTest {

    @ParameterizedTest
    @EnumSource
    void keepsItsJson(MessageType type) {
        Message message = Samples.message(type);
        assertThat(MessageType.of(message)).isEqualTo(type);
        assertThat(MessageType.of(type.wire(), type.version())).contains(type);
        new GoldenFile("message/" + type.wire() + ".v" + type.version()).holds(message);
    }

    @Test
    void everyMessageHasAName() {
        Set<Class<?>> named =
                Arrays.stream(MessageType.values()).map(MessageType::record).collect(Collectors.toSet());
        assertThat(leaves(Message.class).collect(Collectors.toSet())).isEqualTo(named);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(MessageGoldenTest::leaves)
                : Stream.of(type);
    }
}
