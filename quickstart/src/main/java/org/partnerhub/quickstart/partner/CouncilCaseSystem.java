package org.partnerhub.quickstart.partner;

/** The council's case system: takes referrals for the early help hub. */
public final class CouncilCaseSystem extends PartnerSystem {

    /**
     * Starts it.
     *
     * @param client gives the council's own token
     */
    public CouncilCaseSystem(Listening listening, HubKeys keys, PartnerClient client) {
        super(listening, "/case-system/contacts", "EHM", keys, client);
    }
}
