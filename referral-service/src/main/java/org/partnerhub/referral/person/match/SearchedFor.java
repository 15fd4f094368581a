package org.partnerhub.referral.person.match;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a description may be of whom an officer looks for: by each number that they gave, or by names spelt alike and the day of birth. */
public final class SearchedFor {

    private SearchedFor() {}

    /** Generously: an officer tells apart who is found, a program must not. */
    public static boolean mayBe(Described told, Described wanted) {
        return told.nhsNumbers().containsAll(wanted.nhsNumbers())
                && told.pupilNumbers().containsAll(wanted.pupilNumbers())
                && told.temporaryPupilNumbers().containsAll(wanted.temporaryPupilNumbers())
                && bornThen(told.birthDate(), wanted.birthDate())
                && calledSo(told, wanted.given())
                && calledSo(told, wanted.family());
    }

    private static boolean calledSo(Described told, List<String> names) {
        return names.isEmpty()
                || names.stream()
                        .anyMatch(name -> told.calledBy().stream()
                                .anyMatch(word -> Likeness.close(word, name) || Variants.same(word, name)));
    }

    /** Also with day and month the other way round. */
    private static boolean bornThen(@Nullable LocalDate told, @Nullable LocalDate wanted) {
        return wanted == null
                || (told != null
                        && told.getYear() == wanted.getYear()
                        && (told.equals(wanted)
                                || (told.getDayOfMonth() == wanted.getMonthValue()
                                        && told.getMonthValue() == wanted.getDayOfMonth())));
    }
}
