package io.signalbox.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LocalPeersTest {

    private static final List<String> TABLE = List.of(
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
            "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 11 1 0 100 0",
            "   1: 0100007F:1F90 0100007F:A3B2 01 00000000:00000000 00:00000000 00000000  1000        0 12 1 0 20 4",
            "   2: 0100007F:A3B2 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1001        0 13 1 0 20 4");

    @Test
    void userIsThatOfTheRowSeenFromTheOtherEnd() {
        assertThat(LocalPeers.userIn(TABLE.stream(), 0xA3B2, 0x1F90)).contains(1001);
        assertThat(LocalPeers.userIn(TABLE.stream(), 0x1F90, 0xA3B2)).contains(1000);
    }

    @Test
    void connectionThatIsNotInTheTableHasNoUser() {
        assertThat(LocalPeers.userIn(TABLE.stream(), 0x1234, 0x1F90)).isEmpty();
    }
}
