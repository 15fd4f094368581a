package org.partnerhub.notification.delivery.http;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.notification.delivery.Shown;
import org.partnerhub.notification.delivery.outgoing.DeliveryReplays;
import org.partnerhub.notification.delivery.outgoing.DeliveryReplays.Released;
import org.partnerhub.notification.officer.outgoing.OfficerLooks;
import org.partnerhub.notification.officer.outgoing.OfficerLooks.Look;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.JsonBodies;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Trying again what is stuck. The act is in the disclosure log before anything is let go. */
@RestController
class ReplaysController {

    private final DeliveryReplays replays;
    private final OfficerLooks looks;

    ReplaysController(DeliveryReplays replays, OfficerLooks looks) {
        this.replays = replays;
        this.looks = looks;
    }

    /** Either ids or all is there. */
    record Wanted(
            String reason,
            @Nullable List<UUID> ids,
            @Nullable All all) {}

    /** All of a state. */
    record All(String state, @Nullable PartnerId partner) {}

    private record Replayed(UUID replay, List<UUID> replayed, List<UUID> skipped, boolean more) {}

    @PostMapping("/deliveries/replays")
    ResponseEntity<Object> replay(@RequestBody byte[] body, Caller operator) {
        Wanted wanted = JsonBodies.read(body, "delivery-replay", Wanted.class);
        UUID replay = UUID.randomUUID();
        return looks.before(
                operator,
                new Look("deliveries-replayed", wanted.reason(), null, "replay/" + replay),
                () -> ResponseEntity.ok(replayed(replay, wanted)));
    }

    private Replayed replayed(UUID replay, Wanted wanted) {
        List<UUID> ids = wanted.ids() == null ? List.of() : wanted.ids();
        All all = wanted.all();
        Released released = all == null
                ? replays.these(replay, ids)
                : replays.all(replay, Shown.of(all.state()).orElseThrow(), all.partner());
        return new Replayed(
                replay,
                released.deliveries(),
                ids.stream().filter(it -> !released.deliveries().contains(it)).toList(),
                released.more());
    }
}
