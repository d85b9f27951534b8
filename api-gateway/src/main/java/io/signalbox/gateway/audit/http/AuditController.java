package io.signalbox.gateway.audit.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.signalbox.gateway.access.Needs;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.audit.AuditEntry;
import io.signalbox.gateway.audit.AuditFact;
import io.signalbox.gateway.audit.AuditStore;
import io.signalbox.gateway.audit.VerifyAudit;
import io.signalbox.gateway.json.Page;
import io.signalbox.gateway.openapi.Described;
import io.signalbox.gateway.problem.Parameters;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the audit log from its oldest entry on, and proves that it is whole. */
@RestController
public final class AuditController {
    private static final String AUDIT = "/api/v1/audit";

    private final AuditStore store;
    private final VerifyAudit verify;

    /** Shows {@code store}. */
    public AuditController(AuditStore store) {
        this.store = store;
        this.verify = new VerifyAudit(store);
    }

    /** An entry; the cursor behind it is its sequence. */
    record Shown(long sequence, @JsonUnwrapped AuditFact fact, String previous, String hash) {
        static Shown of(AuditEntry entry) {
            return new Shown(entry.sequence(), entry.fact(), entry.previous(), entry.hash());
        }
    }

    /** Oldest first; {@code next} is the cursor to go on from, also when nothing more is there yet. */
    @GetMapping(AUDIT)
    @Needs(Role.ADMIN)
    @Described(id = "readAudit", summary = "Reads the audit log from its oldest entry on")
    Page<Shown> list(@RequestParam Optional<String> after, @RequestParam Optional<String> limit) {
        long place = after.map(text -> Parameters.number("after", text, 0, Long.MAX_VALUE))
                .orElse(0L);
        List<Shown> items = store.after(place, Parameters.limit(limit)).stream()
                .map(Shown::of)
                .toList();
        return new Page<>(
                items, Long.toString(items.isEmpty() ? place : items.getLast().sequence()));
    }

    @GetMapping(AUDIT + "/verify")
    @Needs(Role.ADMIN)
    @Described(id = "verifyAudit", summary = "Follows the hash chain of the audit log")
    VerifyAudit.Proof verify() {
        return verify.proof();
    }
}
