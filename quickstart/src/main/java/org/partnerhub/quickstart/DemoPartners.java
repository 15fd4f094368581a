package org.partnerhub.quickstart;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.partnerhub.quickstart.partner.CouncilCaseSystem;
import org.partnerhub.quickstart.partner.HubKeys;
import org.partnerhub.quickstart.partner.Listening;
import org.partnerhub.quickstart.partner.PartnerClient;
import org.partnerhub.quickstart.partner.PoliceSystem;
import org.partnerhub.quickstart.partner.SchoolSystem;
import org.partnerhub.quickstart.partner.cpft.CpftFhirServer;

/** The partners' systems, played on this machine, and the clients with which the partners call the hub. */
public final class DemoPartners implements AutoCloseable {

    private final URI gateway;
    private final URI issuer;
    private final CouncilCaseSystem council;
    private final PoliceSystem police;
    private final SchoolSystem school;
    private final CpftFhirServer cpft;

    private DemoPartners(URI gateway, URI issuer, PartnerPorts ports) {
        this.gateway = gateway;
        this.issuer = issuer;
        HubKeys keys = HubKeys.readBy(client("fenland-academy"));
        council = new CouncilCaseSystem(ports.of("council", 8191), keys, client("cambridgeshire-county-council"));
        police = new PoliceSystem(ports.of("police", 8192), keys, client("cambridgeshire-constabulary"));
        school = new SchoolSystem(ports.of("school", 8193), keys, client("fenland-academy"));
        cpft = new CpftFhirServer(ports.of("cpft", 8190), gateway, client("cpft"));
    }

    /** Starts them for a hub on this computer; they listen before the hub does, as partners do. */
    public static DemoPartners start(HubAddresses addresses) {
        return new DemoPartners(
                addresses.gateway(),
                addresses.issuer(),
                (partner, preferred) -> Listening.here(addresses.partnerPort(partner, preferred)));
    }

    /** Starts them for a hub elsewhere, such as docker compose's, at the ports that its settings name. */
    public static DemoPartners startFor(URI gateway, URI issuer) {
        return new DemoPartners(gateway, issuer, (partner, preferred) -> Listening.everywhere(preferred));
    }

    /** Where each partner's system listens. */
    @FunctionalInterface
    private interface PartnerPorts {
        Listening of(String partner, int preferred);
    }

    /** The hub's settings of where to reach them. */
    public Map<String, String> channels() {
        return Map.of(
                "hub.channels.early-help-hub-cambridgeshire.url",
                        council.address().toString(),
                "hub.channels.cambridgeshire-constabulary-referrals.url",
                        police.address().toString(),
                "hub.channels.fenland-academy-safeguarding-lead.url",
                        school.address().toString(),
                "hub.channels.cpft-camhs.url", cpft.address().toString());
    }

    /** A client with the demo's secret of that partner. */
    public PartnerClient client(String partner) {
        return new PartnerClient(gateway, issuer, partner, DemoSecrets.ofPartner(partner));
    }

    public CouncilCaseSystem council() {
        return council;
    }

    public PoliceSystem police() {
        return police;
    }

    public SchoolSystem school() {
        return school;
    }

    public CpftFhirServer cpft() {
        return cpft;
    }

    @Override
    public void close() {
        List.of(council, police, school).forEach(it -> it.close());
        cpft.close();
    }
}
