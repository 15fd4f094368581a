package org.partnerhub.consent.agreement;

import java.util.ArrayList;
import java.util.List;
import org.partnerhub.consent.directory.KnownDirectory;
import org.partnerhub.consent.purpose.Purposes;
import org.partnerhub.contracts.schema.Violation;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;

/** What an agreement must be for the hub to enter it; nonsense is named field by field. */
public final class AgreementRules {

    private final Purposes purposes;
    private final KnownDirectory directory;

    public AgreementRules(Purposes purposes, KnownDirectory directory) {
        this.purposes = purposes;
        this.directory = directory;
    }

    /** Everything that is wrong with it; nothing where it can be entered. */
    public List<Violation> violations(Agreement agreement) {
        List<Violation> found = new ArrayList<>();
        if (!directory.knows(agreement.partner())) {
            found.add(new Violation("/partner", "Name a partner of the directory; operators add them."));
        }
        for (Purpose purpose : agreement.purposes()) {
            if (purposes.find(purpose).isEmpty()) {
                found.add(new Violation(
                        "/purposes", "The hub knows no purpose " + purpose + "; see policy/purposes.yml."));
            }
        }
        for (Category category : agreement.categories()) {
            if (agreement.purposes().stream()
                    .flatMap(it -> purposes.find(it).stream())
                    .noneMatch(it -> it.carries().contains(category))) {
                found.add(new Violation(
                        "/categories", "Leave out " + category.code() + ": none of these purposes ever carries it."));
            }
        }
        dates(agreement, found);
        return found;
    }

    private static void dates(Agreement agreement, List<Violation> found) {
        if (agreement.until().isBefore(agreement.from())) {
            found.add(new Violation("/until", "Give a last day that is not before the first."));
        }
        if (agreement.reviewOn().isBefore(agreement.from())
                || agreement.reviewOn().isAfter(agreement.until())) {
            found.add(new Violation("/reviewOn", "Give a day of review between the first day and the last."));
        }
    }
}
