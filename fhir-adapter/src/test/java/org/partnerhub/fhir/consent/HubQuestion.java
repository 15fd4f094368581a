package org.partnerhub.fhir.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.fhir.consent.PrivacyConsentReading.Question;
import org.partnerhub.fhir.message.Hub;

/** What the hub may be asked on consent, and all that the same may be to the guide. */
record HubQuestion(String purpose, String kind, Category category) {

    private static final PurposesOnConsent POLICY = PurposesOnConsent.of(PolicyFile.read("purposes", null));
    private static final Set<Category> NORMAL = Set.of(Category.IDENTITY, Category.CONTACT, Category.EDUCATION);
    private static final Set<Category> RESTRICTED = Set.of(
            Category.FAMILY,
            Category.EMOTIONAL_HEALTH,
            Category.PHYSICAL_HEALTH,
            Category.HOUSING_AND_MONEY,
            Category.STAY);
    private static final List<String> CARE = List.of("TREAT", "HPAYMT", "HOPERAT");

    static List<HubQuestion> all() {
        List<HubQuestion> all = new ArrayList<>();
        for (Purpose purpose : POLICY.all()) {
            for (String kind : POLICY.kinds()) {
                Stream.of(Category.values())
                        .map(it -> new HubQuestion(purpose.value(), kind, it))
                        .forEach(all::add);
            }
        }
        return all;
    }

    /** Whether it can ever be asked with any hope: policy allows nothing else, whatever was agreed. */
    boolean isWithinPolicy() {
        Set<Purpose> own = Set.of(new Purpose(purpose));
        return POLICY.kindsOf(own).contains(kind) && POLICY.carriedBy(own).contains(category);
    }

    /** Whatever it may be of: an old record or a new one, one that somebody pointed at, of each level that the category may hold. */
    List<Question> asTheGuideMayMeanIt(LocalDate day) {
        String[] codes =
                purpose.equals("mental-health-specialist") ? new String[] {purpose, "TREAT"} : new String[] {purpose};
        return records(day).map(it -> it.purpose(codes)).toList();
    }

    /** The same, for a purpose that some reading takes for treatment or what belongs to it. */
    List<Question> asTheGuideMightMeanIt(LocalDate day) {
        Stream<String> codes =
                POLICY.perhapsTreatment().contains(new Purpose(purpose)) ? CARE.stream() : Stream.empty();
        String[] all = Stream.concat(Stream.of(purpose), codes).toArray(String[]::new);
        return records(day).map(it -> it.purpose(all)).toList();
    }

    private Stream<Question> records(LocalDate day) {
        Question plain = Question.treatment()
                .by(Hub.RECIPIENT_KIND + "|" + kind, Hub.RECIPIENT + "|" + HubAnswer.named(kind))
                .label(level())
                .category(category.code())
                .on(day.toString());
        return Stream.of(
                plain.ofDay("2021-05-01"),
                plain.ofDay("2022-05-01"),
                plain.ofDay("2022-05-01").about("Observation/ex-alcoholUse"));
    }

    private String level() {
        return NORMAL.contains(category) ? "N" : RESTRICTED.contains(category) ? "R" : "V";
    }
}
