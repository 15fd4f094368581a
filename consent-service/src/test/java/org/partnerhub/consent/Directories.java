package org.partnerhub.consent;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.directory.Directory.Partner;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;

/** The part of the demonstration's directory that these tests speak of. */
final class Directories {

    static final Directory PARTNERS_AND_RECIPIENTS = new Directory(
            List.of(
                    partner("cambridgeshire-county-council", "council"),
                    partner("fenland-academy", "school"),
                    partner("cpft", "mental-health"),
                    partner("cambridgeshire-constabulary", "police")),
            List.of(
                    recipient("early-help-hub-cambridgeshire", "council", "cambridgeshire-county-council"),
                    recipient("cambridgeshire-directors-office", "council", "cambridgeshire-county-council"),
                    recipient("mash-cambridgeshire", "council", "cambridgeshire-county-council"),
                    recipient("cpft-camhs", "mental-health", "cpft"),
                    recipient("fenland-academy-safeguarding-lead", "school", "fenland-academy"),
                    recipient("cambridgeshire-constabulary-referrals", "police", "cambridgeshire-constabulary"),
                    recipient(
                            "younited", "mental-health", "cpft", "cambridgeshire-county-council", "fenland-academy")));

    static final String DEMONSTRATION = RunningService.JSON.writeValueAsString(
            Map.of("partners", PARTNERS_AND_RECIPIENTS.partners(), "recipients", PARTNERS_AND_RECIPIENTS.recipients()));

    private Directories() {}

    private static Partner partner(String id, String kind) {
        return new Partner(new PartnerId(id), id, kind, null);
    }

    private static Recipient recipient(String id, String kind, String... operators) {
        return new Recipient(
                new RecipientId(id),
                id,
                kind,
                "role",
                Set.of(operators).stream().map(PartnerId::new).collect(Collectors.toSet()),
                null,
                null,
                Channel.MAILBOX);
    }
}
