package org.partnerhub.quickstart;

import java.net.URI;
import org.partnerhub.embedded.EmbeddedKeycloak;
import org.partnerhub.embedded.PartsFolder;

/** Where everything listens; chosen at the first start and kept in the folder. */
public record HubAddresses(PartsFolder folder) {

    public URI gateway() {
        return service(ServiceName.GATEWAY);
    }

    public URI console() {
        return URI.create(gateway() + "/console");
    }

    public URI docs() {
        return URI.create(gateway() + "/docs");
    }

    public URI issuer() {
        return URI.create(EmbeddedKeycloak.issuer(folder));
    }

    URI service(ServiceName service) {
        return URI.create("http://localhost:" + port(service));
    }

    public URI management(ServiceName service) {
        return URI.create("http://localhost:" + managementPort(service));
    }

    int port(ServiceName service) {
        return folder.port(service.id(), service.preferredPort());
    }

    int managementPort(ServiceName service) {
        return folder.port(service.id() + ".management", service.preferredPort() + ServiceName.MANAGEMENT);
    }

    /** A port for a partner's simulator. */
    public int partnerPort(String partner, int preferred) {
        return folder.port("partner." + partner, preferred);
    }
}
