package org.partnerhub.quickstart.partner;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A partner's system as the demo asks it what it was told. */
public interface Receiver {

    /** What it took, checked against the contract, each delivery once, oldest first. */
    List<JsonNode> received();

    /** The correlation id that a delivery came with; empty where it had none or never came. */
    Optional<String> correlation(String delivery);

    /** What it refused because it broke the contract or its signature did not verify; empty when all is well. */
    List<String> complaints();
}
