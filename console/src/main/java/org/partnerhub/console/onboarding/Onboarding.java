package org.partnerhub.console.onboarding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.words.EnglishTime;

/**
 * A partner that is being taken on, as notification-service tells it.
 *
 * @param state proposed, refused, approved or registered
 * @param keysUrl empty where its client gets a secret
 * @param acts who did what, oldest first
 */
public record Onboarding(
        String id,
        String state,
        int version,
        String partner,
        String name,
        String kind,
        String odsCode,
        List<Place> places,
        List<String> rights,
        String keysUrl,
        String proposedBy,
        List<Act> acts) {

    public Onboarding {
        places = List.copyOf(places);
        rights = List.copyOf(rights);
        acts = List.copyOf(acts);
    }

    /** A recipient that it runs. */
    public record Place(String id, String name, String role, String area, String channel, String url) {
        public String way() {
            return Kinds.channel(channel);
        }
    }

    /** What one operator did; the reason is empty where it stands in the log alone. */
    public record Act(String what, String account, @Nullable Instant at, String reason) {
        public String words() {
            return what + " by account " + account + (reason.isEmpty() ? "" : ": " + reason);
        }

        public String when() {
            return at == null ? "" : EnglishTime.of(at);
        }
    }

    public boolean isProposed() {
        return state.equals("proposed");
    }

    public boolean isApproved() {
        return state.equals("approved");
    }

    /** Whether it stands in the directory, so that its page among the partners is there. */
    public boolean isTakenOn() {
        return isApproved() || state.equals("registered");
    }

    public boolean isBy(String account) {
        return proposedBy.equals(account);
    }

    public boolean hasWebhooks() {
        return places.stream().anyMatch(it -> it.channel().equals("webhook"));
    }

    public String proposedAt() {
        return acts.isEmpty() ? "" : acts.getFirst().when();
    }

    public String standing() {
        return switch (state) {
            case "proposed" -> "Waits for another operator";
            case "approved" -> "Approved, has no client yet";
            case "registered" -> "Taken on";
            case "refused" -> "Refused";
            default -> state;
        };
    }

    /** The colour of its tag; the words alone say the same. */
    public String tag() {
        return switch (state) {
            case "proposed", "approved" -> "govuk-tag--yellow";
            case "registered" -> "govuk-tag--green";
            default -> "govuk-tag--grey";
        };
    }

    public Map<String, String> summary() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Id", partner);
        rows.put("Kind", Kinds.organisation(kind));
        if (!odsCode.isEmpty()) {
            rows.put("ODS code", odsCode);
        }
        rows.put("Its system may", rights.stream().map(PartnerRights::words).collect(Collectors.joining("; ")));
        rows.put(
                "It proves itself",
                keysUrl.isEmpty() ? "With a secret that the hub makes" : "With its own key, " + keysUrl);
        return rows;
    }

    /** What is still to do, in order; empty where nothing is. */
    public List<String> next() {
        List<String> next = new ArrayList<>();
        if (isProposed()) {
            next.add("Another operator than the one who proposed it approves or refuses it.");
        }
        if (isApproved()) {
            next.add("Make its client, and hand its secret over by a way of its own.");
        }
        if (isTakenOn()) {
            if (hasWebhooks()) {
                next.add("Send its webhooks a test message, from its page.");
            }
            next.add(
                    "A governance officer enters its information sharing agreement: without one nothing goes to it on consent.");
        }
        return next;
    }
}
