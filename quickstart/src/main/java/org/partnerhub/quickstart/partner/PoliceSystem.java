package org.partnerhub.quickstart.partner;

/** The police's record system: hears what became of the notices that officers sent. */
public final class PoliceSystem extends PartnerSystem {

    /** Starts it; a port of 0 is any that is free. */
    public PoliceSystem(int port, HubKeys keys) {
        super(port, "/record-system/partner-messages", "PPN", keys);
    }
}
