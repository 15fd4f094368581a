package org.partnerhub.console.people.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.people.LikePair;
import org.partnerhub.console.signin.StaffPage;
import org.partnerhub.console.today.Concern;
import org.partnerhub.console.today.Concern.Urgency;
import org.partnerhub.console.today.http.Watch;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** People who may be one and whom nobody has settled, with how long the oldest waits. */
@Component
class PeopleWatch implements Watch {

    private static final int LONGEST_LIST = 200;

    private final OfficerCalls calls;

    PeopleWatch(OfficerCalls calls) {
        this.calls = calls;
    }

    @Override
    public StaffPage page() {
        return StaffPage.PEOPLE;
    }

    @Override
    public Answer<List<Concern>> concerns(OAuth2AuthorizedClient officer) {
        return calls.read(officer, "referral", calls.document(this::found), "/people/reviews");
    }

    private List<Concern> found(JsonNode answer) {
        List<LikePair> pairs = FoundPeople.list(answer);
        if (pairs.isEmpty()) {
            return List.of();
        }
        String since = ", the oldest %s".formatted(age(pairs.getFirst().raisedAt()));
        String more = pairs.size() >= LONGEST_LIST ? " or more" : "";
        return Concern.some(
                        Urgency.WAITING,
                        pairs.size(),
                        "pair of people may be one person" + since,
                        "pairs of people" + more + " may be one person each" + since,
                        page().path())
                .stream()
                .toList();
    }

    private static String age(Instant raised) {
        long days = Duration.between(raised, Instant.now()).toDays();
        if (days < 1) {
            return "since today";
        }
        return days == 1 ? "for a day" : "for " + days + " days";
    }
}
