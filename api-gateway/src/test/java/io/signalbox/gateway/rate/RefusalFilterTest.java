package io.signalbox.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.access.Grant;
import io.signalbox.gateway.security.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalFilterTest {
    private static final FilterChain CHAIN = (_, _) -> {};

    private final List<Duration> pauses = new ArrayList<>();
    private final RefusalFilter filter = new RefusalFilter(new RateLimits(new Allowance(2, 2), () -> 0), pauses::add);

    @Test
    void whoseRequestsAreWrongAgainAndAgainIsHeldBackAndNobodyElse() throws Exception {
        ask("greedy", 400);
        ask("greedy", 404);
        ask("greedy", 200);
        ask("honest", 200);

        assertThat(pauses).containsExactly(Duration.ZERO, Duration.ZERO, Duration.ofMillis(500), Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 304, 409, 412, 429, 503})
    void whatIsNobodysFaultHoldsNobodyBack(int status) throws Exception {
        for (int request = 0; request < 9; request++) {
            ask("honest", status);
        }

        assertThat(pauses).hasSize(9).containsOnly(Duration.ZERO);
    }

    private void ask(String token, int status) throws ServletException, IOException {
        Caller caller = new Caller(token, token, Grant.ADMIN);
        filter.doFilter(
                only(HttpServletRequest.class, (_, _, _) -> caller),
                only(HttpServletResponse.class, (_, _, _) -> status),
                CHAIN);
    }

    private static <T> T only(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
