package io.signalbox.backbone.bus;

import io.signalbox.model.id.RelayId;
import java.util.List;

/** What a subscriber receives. Every inbox but that of leader hints is its subscriber's own and ends with it. */
public sealed interface Inbox {

    /** What goes to the leading scheduler; to be opened by whoever takes the epoch. */
    record Leader() implements Inbox {}

    /** What goes to this relay. */
    record Relay(RelayId relay) implements Inbox {}

    /**
     * What goes to the live views.
     *
     * @param patterns keys, in which {@code *} stands for one word and {@code #} for any number
     */
    record Topics(List<String> patterns) implements Inbox {
        public Topics {
            patterns = List.copyOf(patterns);
        }
    }

    /**
     * Leader hints: of all subscribers only one receives them, the same for as long as it is there (C14). They are
     * gone when nobody takes them within 2 s.
     */
    record LeaderHints() implements Inbox {}
}
