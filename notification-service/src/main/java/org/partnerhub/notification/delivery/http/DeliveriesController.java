package org.partnerhub.notification.delivery.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.notification.delivery.Shown;
import org.partnerhub.notification.delivery.Standing;
import org.partnerhub.notification.delivery.store.StandingDeliveries;
import org.partnerhub.notification.delivery.store.StandingDeliveries.Place;
import org.partnerhub.support.web.BadInput;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Deliveries for operators: ids and codes only, so a look at them is no look at anybody. */
@RestController
class DeliveriesController {

    private static final int MOST = 200;

    private final StandingDeliveries deliveries;

    DeliveriesController(StandingDeliveries deliveries) {
        this.deliveries = deliveries;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Standing> items, @Nullable String next) {}

    @GetMapping("/deliveries")
    Page list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new BadInput("/limit", "Ask for 1 to " + MOST + " deliveries.");
        }
        List<Standing> found = deliveries.page(shown(state), partner(partner), place(after), limit + 1);
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        Standing last = found.get(limit - 1);
        return new Page(found.subList(0, limit), last.made() + "_" + last.id());
    }

    private static @Nullable Shown shown(@Nullable String state) {
        return state == null
                ? null
                : Shown.of(state)
                        .orElseThrow(() -> new BadInput("/state", "Write a state that the API's description lists."));
    }

    private static @Nullable PartnerId partner(@Nullable String partner) {
        return partner == null ? null : partnerOf(partner);
    }

    static PartnerId partnerOf(String partner) {
        try {
            return new PartnerId(partner);
        } catch (IllegalArgumentException unfit) {
            throw new BadInput("/partner", "Write a partner's id, such as fenland-academy.");
        }
    }

    private static @Nullable Place place(@Nullable String after) {
        if (after == null) {
            return null;
        }
        int split = after.indexOf('_');
        try {
            return new Place(Instant.parse(after.substring(0, split)), UUID.fromString(after.substring(split + 1)));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException unfit) {
            throw new BadInput("/after", "Write the next of the page before, or leave it out.");
        }
    }
}
