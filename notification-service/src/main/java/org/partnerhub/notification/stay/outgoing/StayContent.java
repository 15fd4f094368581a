package org.partnerhub.notification.stay.outgoing;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.partnerhub.contracts.content.Released;
import org.partnerhub.contracts.identity.StayId;
import org.partnerhub.contracts.permit.Permit;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.notification.delivery.ContentOwner;
import org.partnerhub.notification.delivery.Delivery;
import org.partnerhub.notification.delivery.Source;
import org.partnerhub.notification.delivery.outgoing.OwnPermits;
import org.partnerhub.notification.stay.Stay;
import org.partnerhub.notification.stay.store.Admissions;
import org.partnerhub.notification.stay.store.Stays;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a notice of a stay says: who, where, since and until when. No ward, no visit number, nobody's story. */
@Component
class StayContent implements ContentOwner {

    private static final List<String> IDENTITY = List.of("name", "birthDate", "nhsNumber", "nhsNumberAbsent", "upn");
    private static final List<String> STAY = List.of("setting", "admittedAt", "expectedUntil", "ordinaryResidence");

    private final OwnPermits permits;
    private final Stays stays;
    private final Admissions admissions;
    private final JsonMapper json;

    StayContent(OwnPermits permits, Stays stays, Admissions admissions, JsonMapper json) {
        this.permits = permits;
        this.stays = stays;
        this.admissions = admissions;
        this.json = json;
    }

    @Override
    public boolean owns(Source.Kind kind) {
        return kind == Source.Kind.STAY;
    }

    @Override
    public String audience() {
        return OwnPermits.AUDIENCE;
    }

    @Override
    public Content release(Delivery delivery, String permit) {
        Optional<Permit> used = permits.use(delivery, permit);
        if (used.isEmpty()) {
            return new Content.Unavailable("permit-refused");
        }
        return stays.find(new StayId(delivery.source().id()))
                .<Content>map(stay -> new Content.Held(
                        new Released("notice", delivery.source().toString(), content(stay, used.get())), null))
                .orElse(new Content.Gone("content-gone"));
    }

    private Map<Category, Object> content(Stay stay, Permit permit) {
        JsonNode told = admissions
                .find(stay.message())
                .map(it -> json.readTree(it.body()))
                .orElseThrow(() -> new IllegalStateException("The message of " + stay.id() + " is not stored."));
        Map<Category, Object> content = new EnumMap<>(Category.class);
        if (permit.categories().contains(Category.IDENTITY)) {
            content.put(Category.IDENTITY, only(IDENTITY, told.path("subject")));
        }
        if (permit.categories().contains(Category.STAY)) {
            Map<String, Object> values = only(STAY, told);
            if (stay.section() != null) {
                values.put("section", stay.section());
            }
            content.put(Category.STAY, values);
        }
        return content;
    }

    private static Map<String, Object> only(List<String> fields, JsonNode told) {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.stream().filter(told::has).forEach(it -> values.put(it, told.get(it)));
        return values;
    }
}
