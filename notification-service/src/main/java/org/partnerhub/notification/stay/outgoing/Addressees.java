package org.partnerhub.notification.stay.outgoing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.partner.store.CurrentDirectory;
import org.partnerhub.notification.stay.Addressee;
import org.springframework.stereotype.Component;

/** Which recipient of the directory an addressee is. */
@Component
class Addressees {

    private static final String DIRECTORS_OFFICE = "directors-office";
    private static final String DIRECTOR = "director";
    private static final String BOARD = "integrated-care-board";

    /** Where a setting hears of its own notices: its desk for them, else any place that it runs. */
    private static final List<String> DESKS = List.of("hospital-desk", "residential-desk");

    private final CurrentDirectory directory;

    Addressees(CurrentDirectory directory) {
        this.directory = directory;
    }

    Optional<RecipientId> find(Addressee to) {
        Directory now = directory.get();
        return switch (to.role()) {
            case COUNCIL -> ofArea(now, DIRECTORS_OFFICE, to.of());
            case DIRECTOR -> ofArea(now, DIRECTOR, to.of()).or(() -> ofArea(now, DIRECTORS_OFFICE, to.of()));
            case ICB ->
                ofArea(now, BOARD, to.of()).or(() -> first(now, it -> it.role().equals(BOARD) && it.area() == null));
            case SETTING ->
                now.operatedBy(new PartnerId(to.of())).stream()
                        .min(Comparator.comparing((Recipient it) -> !DESKS.contains(it.role()))
                                .thenComparing(it -> it.id().value()))
                        .map(Recipient::id);
        };
    }

    private static Optional<RecipientId> ofArea(Directory directory, String role, String area) {
        return first(directory, it -> it.role().equals(role) && area.equals(it.area()));
    }

    private static Optional<RecipientId> first(Directory directory, Predicate<Recipient> is) {
        return directory.recipients().stream().filter(is).map(Recipient::id).findFirst();
    }
}
