package io.signalbox.gateway.secret;

import io.signalbox.gateway.access.Needs;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.audit.http.Audited;
import io.signalbox.gateway.openapi.Described;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows under which master keys values are sealed, and seals them anew under the present one. Keys are named by their ids alone. */
@RestController
public final class KeyController {
    private static final String KEYS = "/api/v1/keys";

    private final KeyRing keys;
    private final ChangeKey change;

    /** Shows {@code keys}. */
    public KeyController(KeyRing keys, ChangeKey change) {
        this.keys = keys;
        this.change = change;
    }

    /**
     * The keys of the gateway that answers.
     *
     * @param present id of the one that seals
     * @param others ids of those that open, too
     * @param values how many values are under each key
     */
    record Shown(String present, List<String> others, Map<String, Long> values) {}

    @GetMapping(KEYS)
    @Needs(Role.ADMIN)
    @Described(id = "showKeys", summary = "Shows under which keys values are sealed")
    Shown show() {
        return new Shown(keys.present(), keys.others(), change.byKey());
    }

    @PostMapping(KEYS + "/reseal")
    @Needs(Role.ADMIN)
    @Audited("keys.reseal")
    @Described(id = "resealValues", summary = "Seals all values under the present key")
    ChangeKey.Outcome reseal() {
        return change.run();
    }
}
