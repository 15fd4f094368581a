package org.partnerhub.quickstart.partner;

/** The school's management information system: its safeguarding lead reads notices and feedback there. */
public final class SchoolSystem extends PartnerSystem {

    /**
     * Starts it.
     *
     * @param client gives the school's own token
     */
    public SchoolSystem(Listening listening, HubKeys keys, PartnerClient client) {
        super(listening, "/mis/safeguarding", "DSL", keys, client);
    }
}
