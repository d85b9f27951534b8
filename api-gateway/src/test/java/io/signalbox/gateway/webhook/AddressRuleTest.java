package io.signalbox.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.access.AddressRange;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SSRF: webhooks reach the public internet, and nothing else unless it is allowed. */
class AddressRuleTest {
    private final AddressRule usual = new AddressRule(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "192.0.2.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "3fff::1",
                "100::1"
            })
    void addressThatIsNotOfThePublicInternetIsClosed(String text) {
        assertThat(usual.admits(InetAddress.ofLiteral(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "172.15.255.255",
                "172.32.0.1",
                "192.169.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void addressOfThePublicInternetIsOpen(String text) {
        assertThat(usual.admits(InetAddress.ofLiteral(text))).isTrue();
    }

    @Test
    void whatIsAllowedIsOpenAndNothingBesideIt() {
        AddressRule rule =
                new AddressRule(List.of(AddressRange.parse("10.1.0.0/16").orElseThrow()));
        assertThat(rule.admits(InetAddress.ofLiteral("10.1.9.9"))).isTrue();
        assertThat(rule.admits(InetAddress.ofLiteral("::ffff:10.1.9.9"))).isTrue();
        assertThat(rule.admits(InetAddress.ofLiteral("10.2.0.1"))).isFalse();
        assertThat(rule.admits(InetAddress.ofLiteral("1.1.1.1"))).isTrue();
    }
}
