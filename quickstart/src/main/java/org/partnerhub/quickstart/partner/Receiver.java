package org.partnerhub.quickstart.partner;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A partner's system as the demo asks it what it was told. */
public interface Receiver {

    /** What it took, checked against the contract, each delivery once, oldest first. */
    List<JsonNode> received();

    /** What it refused because it broke the contract or its signature did not verify; empty when all is well. */
    List<String> complaints();
}
