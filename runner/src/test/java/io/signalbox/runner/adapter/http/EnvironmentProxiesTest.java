package io.signalbox.runner.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentProxiesTest {
    private static final URI GATEWAY = URI.create("https://signalbox.example.org");

    @Test
    void withoutAVariableConnectionsAreDirect() {
        assertThat(new EnvironmentProxies(Map.of()).select(GATEWAY)).containsExactly(Proxy.NO_PROXY);
    }

    @Test
    void theProxyIsTakenFromTheVariable() {
        var proxies = new EnvironmentProxies(Map.of("https_proxy", "http://proxy:8888"));
        assertThat(proxies.select(GATEWAY))
                .containsExactly(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy", 8888)));
    }

    @Test
    void exceptionsAndTheirSubdomainsAreReachedDirectly() {
        var proxies = new EnvironmentProxies(Map.of("HTTPS_PROXY", "proxy", "NO_PROXY", "localhost, .example.org"));
        assertThat(proxies.select(GATEWAY)).containsExactly(Proxy.NO_PROXY);
        assertThat(proxies.select(URI.create("https://badexample.org"))).doesNotContain(Proxy.NO_PROXY);
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new EnvironmentProxies(Map.of("HTTPS_PROXY", "http://")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
