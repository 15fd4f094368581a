package org.partnerhub.notification.delivery.outgoing;

import java.util.List;
import java.util.Optional;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.delivery.store.Deliveries;
import org.partnerhub.notification.partner.Pause;
import org.partnerhub.notification.partner.store.CurrentDirectory;
import org.partnerhub.notification.partner.store.Pauses;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Pauses partners and lets them go on; the age of what waited counts from then. */
@Component
public class PartnerPauses {

    private final Pauses pauses;
    private final Deliveries deliveries;
    private final CurrentDirectory directory;
    private final Bell bell;
    private final TransactionTemplate transaction;

    PartnerPauses(
            Pauses pauses,
            Deliveries deliveries,
            CurrentDirectory directory,
            Bell bell,
            TransactionTemplate transaction) {
        this.pauses = pauses;
        this.deliveries = deliveries;
        this.directory = directory;
        this.bell = bell;
        this.transaction = transaction;
    }

    /** The version of a partner's pause; 0 before the first. */
    public int version(PartnerId partner) {
        return pauses.all().stream()
                .filter(it -> it.partner().equals(partner))
                .findFirst()
                .map(Pause::version)
                .orElse(0);
    }

    /**
     * Pauses or resumes.
     *
     * @param version that the operator saw
     * @return how it stands now; nothing where somebody else was faster
     */
    public Optional<Pause> change(PartnerId partner, boolean paused, String reason, String officer, int version) {
        return transaction.execute(_ -> {
            List<RecipientId> held = pauses.held();
            Optional<Pause> changed = pauses.change(partner, paused, reason, officer, version);
            if (changed.isPresent() && !paused) {
                deliveries.refresh(directory.get().operatedBy(partner).stream()
                        .map(Recipient::id)
                        .filter(held::contains)
                        .toList());
                bell.ringAfterCommit();
            }
            return changed;
        });
    }
}
