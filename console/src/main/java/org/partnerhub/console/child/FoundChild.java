package org.partnerhub.console.child;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.words.EnglishDate;

/**
 * One who may be meant.
 *
 * @param person the hub's id
 * @param birthDate absent where no agency told it
 * @param protectedWhereabouts whether where they are is told to nobody; here too
 */
public record FoundChild(
        String person,
        String name,
        @Nullable LocalDate birthDate,
        boolean hasNhsNumber,
        boolean protectedWhereabouts,
        @Nullable String authority,
        @Nullable String schoolUrn) {

    public String born() {
        return birthDate == null ? "date of birth not known" : "born " + EnglishDate.of(birthDate);
    }

    /** What else tells them apart. */
    public List<String> marks() {
        List<String> marks = new ArrayList<>();
        marks.add(hasNhsNumber ? "NHS number known" : "No NHS number");
        if (authority != null) {
            marks.add("Council " + authority);
        }
        if (schoolUrn != null) {
            marks.add("School " + schoolUrn);
        }
        if (protectedWhereabouts) {
            marks.add("Where they are is protected and not shown");
        }
        return marks;
    }

    @Override
    public String toString() {
        return "FoundChild[hidden]";
    }
}
