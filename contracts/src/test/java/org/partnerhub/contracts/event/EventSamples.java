package org.partnerhub.contracts.event;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.identity.OverrideId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.identity.ReleaseId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/** An event of every type, with and without what may be absent. */
final class EventSamples {

    private static final PersonId PERSON = PersonId.fresh();
    private static final RecipientId RECIPIENT = new RecipientId("cpft-camhs");
    private static final Purpose PURPOSE = new Purpose("mental-health-specialist");
    private static final PartnerId PARTNER = new PartnerId("fenland-academy");
    private static final Set<Category> EVERYTHING = EnumSet.allOf(Category.class);
    private static final Instant NOW = Instant.parse("2026-11-19T08:40:03.123456Z");
    private static final String SOURCE = "referral/" + UUID.randomUUID();

    private EventSamples() {}

    static Stream<HubEvent> all() {
        return Stream.concat(some(), Arrays.stream(Outcome.values()).map(EventSamples::settled));
    }

    private static Stream<HubEvent> some() {
        return Stream.of(
                new HubEvent.ReferralReceived(ReferralId.fresh()),
                new HubEvent.AdmissionReceived(UUID.randomUUID()),
                new HubEvent.DisclosureRequested(
                        UUID.randomUUID(), PERSON, RECIPIENT, PURPOSE, EVERYTHING, SOURCE, PARTNER, NOW),
                new HubEvent.DisclosureRequested(
                        UUID.randomUUID(), PERSON, RECIPIENT, PURPOSE, Set.of(), SOURCE, PARTNER, null),
                new HubEvent.ConsentGiven(ConsentId.fresh(), PERSON),
                new HubEvent.ConsentRefused(ConsentId.fresh(), PERSON),
                new HubEvent.ConsentWithdrawn(ConsentId.fresh(), PERSON, List.of()),
                new HubEvent.ConsentWithdrawn(
                        ConsentId.fresh(),
                        PERSON,
                        List.of(new HubEvent.Holding(RECIPIENT, PURPOSE, EVERYTHING, NOW, NOW.plusSeconds(1)))),
                new HubEvent.ConsentNarrowed(
                        ConsentId.fresh(),
                        PERSON,
                        List.of(new HubEvent.Holding(RECIPIENT, PURPOSE, EVERYTHING, NOW, NOW.plusSeconds(1)))),
                new HubEvent.ConsentsChanged(PERSON),
                new HubEvent.AgreementChanged(PARTNER),
                new HubEvent.OverrideAuthorised(OverrideId.fresh(), PERSON),
                new HubEvent.ReleaseGiven(ReleaseId.fresh(), PERSON),
                new HubEvent.ConsentExpired(ConsentId.fresh(), PERSON),
                new HubEvent.PartnerChanged(PARTNER),
                new HubEvent.PersonMerged(PERSON, PersonId.fresh()),
                new HubEvent.PersonUnmerged(PERSON, PersonId.fresh()),
                new HubEvent.RecordsDeleted(PERSON, 12, 0, NOW),
                new DisclosureSettled(
                        UUID.randomUUID(),
                        0,
                        SOURCE,
                        PERSON,
                        RECIPIENT,
                        PURPOSE,
                        null,
                        Outcome.GIVEN_UP,
                        null,
                        null,
                        null,
                        NOW));
    }

    private static DisclosureSettled settled(Outcome outcome) {
        return new DisclosureSettled(
                UUID.randomUUID(),
                1,
                SOURCE,
                PERSON,
                RECIPIENT,
                PURPOSE,
                DecisionId.fresh(),
                outcome,
                "0".repeat(64),
                "consent",
                "recipient-refused",
                NOW);
    }
}
