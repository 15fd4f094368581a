package org.partnerhub.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.partnerhub.console.people.Comparison.Said;
import org.partnerhub.console.people.Description.Fact;

class SideBySideTest {

    private static final Instant AT = Instant.parse("2026-11-27T09:00:00Z");

    @Test
    void whoeverSaidTheSameStandsBesideItOnce() {
        var both = sides(
                List.of(
                        said("fenland-academy", Map.of(Fact.BORN, "9 May 2012")),
                        said("cpft", Map.of(Fact.BORN, "9 May 2012")),
                        said("fenland-academy", Map.of(Fact.BORN, "9 May 2012"))),
                List.of(said("cpft", Map.of(Fact.BORN, "5 September 2012"))));

        assertThat(both.comparisons()).singleElement().satisfies(it -> {
            assertThat(it.one()).containsExactly(new Said("9 May 2012", List.of("Fenland academy", "Cpft")));
            assertThat(it.agreement()).isEqualTo("Different");
        });
    }

    @Test
    void spacesPunctuationAndCaseMakeNoDifference() {
        var both = sides(
                List.of(said("one", Map.of(Fact.ADDRESS, "1 Mill Lane, PE15 8ZZ", Fact.NAME, "Zoë Ó Néill"))),
                List.of(said("other", Map.of(Fact.ADDRESS, "1, MILL LANE, pe158zz", Fact.NAME, "Zoë Ó Neill"))));

        assertThat(both.comparisons())
                .extracting(Comparison::what, Comparison::agreement)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Name", "Different"),
                        org.assertj.core.groups.Tuple.tuple("Address", "Same"));
    }

    @Test
    void whatOnlyOneHasIsSaidSoAndWhatNobodyGaveIsLeftOut() {
        var both = sides(List.of(said("one", Map.of(Fact.SCHOOL, "999001"))), List.of());

        assertThat(both.comparisons())
                .singleElement()
                .extracting(Comparison::agreement)
                .isEqualTo("Given for one only");
    }

    @Test
    void whatIsNotKnownOfBothDoesNotMakeThemAlike() {
        var both = sides(
                List.of(said("one", Map.of(Fact.NO_NHS_NUMBER, "Not known"))),
                List.of(said("other", Map.of(Fact.NO_NHS_NUMBER, "Not known"))));

        assertThat(both.comparisons()).singleElement().satisfies(it -> {
            assertThat(it.agreement()).isEqualTo("Not known");
            assertThat(it.tag()).isEqualTo("govuk-tag--grey");
        });
    }

    @Test
    void itNamesNobodyInLogs() {
        var both = sides(List.of(said("one", Map.of(Fact.NAME, "Sorrel Tindall"))), List.of());

        assertThat(both.toString() + both.comparisons()).doesNotContain("Sorrel");
    }

    private static SideBySide sides(List<Description> one, List<Description> other) {
        return new SideBySide(
                new LikePair("7c0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00", List.of(), "cpft", AT, ""),
                new SideBySide.Side("one", one, List.of()),
                new SideBySide.Side("other", other, List.of()));
    }

    private static Description said(String by, Map<Fact, String> facts) {
        return new Description(by, AT, facts);
    }
}
