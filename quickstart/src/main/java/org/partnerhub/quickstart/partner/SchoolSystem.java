package org.partnerhub.quickstart.partner;

/** The school's management information system: its safeguarding lead reads notices and feedback there. */
public final class SchoolSystem extends PartnerSystem {

    /** Starts it; a port of 0 is any that is free. */
    public SchoolSystem(int port, HubKeys keys) {
        super(port, "/mis/safeguarding", "DSL", keys);
    }
}
