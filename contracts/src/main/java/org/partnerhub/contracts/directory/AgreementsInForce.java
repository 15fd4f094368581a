package org.partnerhub.contracts.directory;

import java.time.LocalDate;
import java.util.List;
import org.partnerhub.contracts.sharing.PartnerId;

/** The partners that an information sharing agreement is in force with today, for {@code GET /internal/agreements/in-force}. */
public record AgreementsInForce(List<InForce> items) {

    public AgreementsInForce {
        items = List.copyOf(items);
    }

    /**
     * One partner.
     *
     * @param until the last day of the agreement that ends last
     */
    public record InForce(PartnerId partner, LocalDate until) {}
}
