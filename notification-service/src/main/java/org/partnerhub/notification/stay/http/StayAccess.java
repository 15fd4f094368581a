package org.partnerhub.notification.stay.http;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.partner.store.CurrentDirectory;
import org.partnerhub.notification.stay.store.Notices;
import org.partnerhub.notification.stay.store.Stays;
import org.partnerhub.notification.stay.store.Visits;
import org.partnerhub.support.security.Caller;
import org.springframework.stereotype.Component;

/** Who may know of a stay: the settings of its visits, the councils that were told, and officers. */
@Component
class StayAccess {

    static final String OVERSEE = "stay.oversee";

    private final CurrentDirectory directory;
    private final Visits visits;
    private final Stays stays;
    private final Notices notices;

    StayAccess(CurrentDirectory directory, Visits visits, Stays stays, Notices notices) {
        this.directory = directory;
        this.visits = visits;
        this.stays = stays;
        this.notices = notices;
    }

    static boolean isOfficer(Caller caller) {
        return caller.partner() == null && caller.scopes().contains(OVERSEE);
    }

    /** The caller's partner; absent for an officer. */
    static @Nullable PartnerId partner(Caller caller) {
        return isOfficer(caller) ? null : new PartnerId(caller.requiredPartner());
    }

    /** The admission, where the caller made it. */
    Optional<Visits.Row> own(UUID admission, Caller caller) {
        return visits.find(admission)
                .filter(it -> caller.partner() != null && it.partner().value().equals(caller.partner()));
    }

    /** The admission, where the caller may know of it. */
    Optional<Visits.Row> known(UUID admission, Caller caller) {
        return visits.find(admission).filter(it -> mayKnow(it, caller));
    }

    private boolean mayKnow(Visits.Row visit, Caller caller) {
        return isOfficer(caller)
                || visit.partner().value().equals(caller.partner())
                || stays.ofAdmission(visit.id()).stream().anyMatch(it -> isPartOf(it, caller));
    }

    /** Whether one of the stay's settings is the caller's, or one of its notices went to the caller. */
    boolean isPartOf(Stays.Row stay, Caller caller) {
        return stay.partners().stream().anyMatch(it -> it.value().equals(caller.partner()))
                || !toldTo(stay, caller).isEmpty();
    }

    /** The notices of a stay that went to the caller's own recipients. */
    List<Notices.Row> toldTo(Stays.Row stay, Caller caller) {
        List<RecipientId> own = recipients(caller);
        return notices.of(stay.view().admissions()).stream()
                .filter(it -> own.contains(it.recipient()))
                .toList();
    }

    List<RecipientId> recipients(Caller caller) {
        return caller.partner() == null
                ? List.of()
                : directory.get().operatedBy(new PartnerId(caller.partner())).stream()
                        .map(Recipient::id)
                        .toList();
    }
}
