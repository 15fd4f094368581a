package org.partnerhub.console.agreement.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.partnerhub.console.agreement.Agreement;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.signin.StaffPage;
import org.partnerhub.console.today.Concern;
import org.partnerhub.console.today.Concern.Urgency;
import org.partnerhub.console.today.http.Watch;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Agreements that have lapsed, are about to, or are to be looked at again. */
@Component
class AgreementWatch implements Watch {

    private final OfficerCalls calls;

    AgreementWatch(OfficerCalls calls) {
        this.calls = calls;
    }

    @Override
    public StaffPage page() {
        return StaffPage.AGREEMENTS;
    }

    @Override
    public Answer<List<Concern>> concerns(OAuth2AuthorizedClient officer) {
        return calls.read(officer, "consent", calls.document(this::found), "/agreements?limit=200");
    }

    private List<Concern> found(JsonNode answer) {
        List<Agreement> attention = FoundAgreements.list(answer).attention();
        long lapsed =
                attention.stream().filter(it -> it.state().equals("lapsed")).count();
        return Stream.of(
                        Concern.some(
                                Urgency.LATE, lapsed, "agreement has lapsed", "agreements have lapsed", page().path()),
                        Concern.some(
                                Urgency.SOON,
                                attention.size() - lapsed,
                                "agreement is about to lapse or due to be looked at again",
                                "agreements are about to lapse or due to be looked at again",
                                page().path()))
                .flatMap(Optional::stream)
                .toList();
    }
}
