package org.partnerhub.quickstart.partner;

/** The school's management information system: its safeguarding lead reads notices and feedback there. */
public final class SchoolSystem extends PartnerSystem {

    /** Starts it. */
    public SchoolSystem(Listening listening, HubKeys keys) {
        super(listening, "/mis/safeguarding", "DSL", keys);
    }
}
