package org.partnerhub.quickstart.partner;

/** The police's record system: hears what became of the notices that officers sent. */
public final class PoliceSystem extends PartnerSystem {

    /**
     * Starts it.
     *
     * @param client gives the force's own token
     */
    public PoliceSystem(Listening listening, HubKeys keys, PartnerClient client) {
        super(listening, "/record-system/partner-messages", "PPN", keys, client);
    }
}
