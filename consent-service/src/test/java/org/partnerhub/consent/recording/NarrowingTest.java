package org.partnerhub.consent.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerhub.consent.recording.Consents.CLINIC;
import static org.partnerhub.consent.recording.Consents.HELP;
import static org.partnerhub.consent.recording.Consents.TODAY;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.partnerhub.consent.consent.Capacity;
import org.partnerhub.consent.consent.ConsentTerms;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.schema.Violation;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

class NarrowingTest {

    private static final RecipientId OFFICE = new RecipientId("office");
    private static final ConsentTerms TERMS = Consents.terms(Consents.by(Capacity.ADULT, ""));

    private static @Nullable Recipient known(RecipientId id) {
        return id.equals(OFFICE)
                ? new Recipient(id, "office", "council", "role", Set.of(), null, null, Channel.MAILBOX)
                : null;
    }

    private static Narrowing to(
            @Nullable Set<Purpose> purposes,
            ConsentTerms.@Nullable Recipients recipients,
            @Nullable Set<Category> categories,
            @Nullable LocalDate until) {
        return with(List.of(), purposes, recipients, categories, until);
    }

    @SuppressWarnings("NullAway") // which does not see the annotation of a nested type in a class file
    private static Narrowing with(
            List<ConsentTerms.Excepted> exceptions,
            @Nullable Set<Purpose> purposes,
            ConsentTerms.@Nullable Recipients recipients,
            @Nullable Set<Category> categories,
            @Nullable LocalDate until) {
        return new Narrowing(purposes, recipients, categories, until, exceptions);
    }

    private static List<String> pointers(Narrowing narrowing) {
        return narrowing.violations(TERMS, NarrowingTest::known).stream()
                .map(Violation::pointer)
                .toList();
    }

    @Test
    void whatIsAbsentStaysAsItIs() {
        ConsentTerms left = to(null, null, Set.of(Category.IDENTITY), null).of(TERMS, TODAY);
        assertThat(left.categories()).containsExactly(Category.IDENTITY);
        assertThat(left.purposes()).isEqualTo(TERMS.purposes());
        assertThat(left.recipients()).isEqualTo(TERMS.recipients());
        assertThat(left.until()).isEqualTo(TERMS.until());
        assertThat(left.obtainedOn()).as("said again for as far as it goes").isEqualTo(TODAY);
    }

    @Test
    void oneOfAKindMayTakeTheKindsPlace() {
        assertThat(pointers(to(null, new ConsentTerms.Recipients(Set.of(), Set.of(OFFICE, CLINIC)), null, null)))
                .isEmpty();
        assertThat(pointers(
                        to(null, new ConsentTerms.Recipients(Set.of(), Set.of(new RecipientId("other"))), null, null)))
                .containsExactly("/recipients/ids");
    }

    @Test
    void nothingIsAdded() {
        assertThat(pointers(to(
                        Set.of(HELP, new Purpose("mental-health-wellbeing")),
                        new ConsentTerms.Recipients(Set.of("police"), Set.of()),
                        Set.of(Category.POLICE),
                        TERMS.until().plusDays(1))))
                .containsExactlyInAnyOrder("/purposes", "/recipients/kinds", "/categories", "/until");
        assertThat(pointers(to(null, null, null, TERMS.from().minusDays(1)))).containsExactly("/until");
    }

    @Test
    void sentTwiceItLeavesEverythingAsItIs() {
        Narrowing narrowing = with(
                List.of(new ConsentTerms.Excepted(new ConsentTerms.Recipients(Set.of(), Set.of(OFFICE)), Set.of())),
                Set.of(HELP),
                null,
                Set.of(Category.IDENTITY),
                null);
        assertThat(narrowing.leavesAsItIs(TERMS)).isFalse();
        assertThat(narrowing.leavesAsItIs(narrowing.of(TERMS, TODAY))).isTrue();
    }

    /** Whatever is sent: what passes never carries more than before. */
    @Property(tries = 300)
    void whatPassesNeverWidens(@ForAll Set<Category> categories) {
        if (categories.isEmpty()) {
            return;
        }
        Narrowing narrowing = to(null, null, EnumSet.copyOf(categories), null);
        if (pointers(narrowing).isEmpty()) {
            assertThat(TERMS.categories())
                    .containsAll(narrowing.of(TERMS, TODAY).categories());
        }
    }
}
