package org.partnerhub.console.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.partnerhub.console.words.Fault;

class TypedPartnerTest {

    private static final TypedPlace LEAD = new TypedPlace(
            " wisbech-college-lead ",
            "Safeguarding lead",
            "college",
            "safeguarding-lead",
            "E10000003",
            "",
            "webhook",
            "https://hub.wisbech-college.example/disclosures");

    @Test
    void anEmptyFormNamesEveryFieldThatIsNeededAndNoPlace() {
        assertThat(TypedPartner.empty().faults())
                .extracting(Fault::field)
                .containsExactly("partner-id", "name", "kind", "rights", "reason");
    }

    @Test
    void aPlaceThatIsBegunMustBeWhole() {
        TypedPlace begun = new TypedPlace("", "", "", "", "Cambs", "12", "", "");
        assertThat(partner(List.of(LEAD, begun)).faults())
                .extracting(Fault::field)
                .containsExactly(
                        "place-1-id",
                        "place-1-name",
                        "place-1-kind",
                        "place-1-role",
                        "place-1-area",
                        "place-1-schoolUrn",
                        "place-1-channel");
    }

    @Test
    void onlyWhatIsSentToHasAnAddress() {
        assertThat(partner(List.of(at("webhook", "ftp://x"))).faults())
                .extracting(Fault::message)
                .containsExactly("Enter the address of place 1, such as https://hub.college.example/disclosures.");
        assertThat(partner(List.of(at("mailbox", "https://hub.example/x"))).faults())
                .extracting(Fault::message)
                .containsExactly("Leave the address of place 1 empty: this channel has none.");
        assertThat(partner(List.of(at("manual", ""))).faults()).isEmpty();
    }

    @Test
    void whatIsSentLeavesOutWhatIsEmpty() {
        TypedPartner typed = partner(List.of(LEAD, TypedPlace.empty()));
        assertThat(typed.faults()).isEmpty();
        assertThat(typed.sent())
                .isEqualTo(Map.of(
                        "reason",
                        "It joined.",
                        "partner",
                        Map.of("id", "wisbech-college", "name", "Wisbech College", "kind", "college"),
                        "recipients",
                        List.of(Map.of(
                                "id",
                                "wisbech-college-lead",
                                "name",
                                "Safeguarding lead",
                                "kind",
                                "college",
                                "role",
                                "safeguarding-lead",
                                "channel",
                                "webhook",
                                "area",
                                "E10000003",
                                "url",
                                "https://hub.wisbech-college.example/disclosures")),
                        "rights",
                        List.of("referral.write")));
    }

    @Test
    void thereIsRoomForTwentyPlaces() {
        TypedPartner typed = TypedPartner.empty();
        for (int i = 0; i < 30; i++) {
            typed = typed.withAnotherPlace();
        }
        assertThat(typed.places()).hasSize(20);
        assertThat(typed.hasRoom()).isFalse();
    }

    private static TypedPlace at(String channel, String url) {
        return new TypedPlace("a", "A", "college", "safeguarding-lead", "", "", channel, url);
    }

    private static TypedPartner partner(List<TypedPlace> places) {
        return new TypedPartner(
                "wisbech-college",
                " Wisbech College ",
                "college",
                "",
                places,
                List.of("referral.write"),
                "",
                "It joined.");
    }
}
