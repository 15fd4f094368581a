package org.partnerhub.quickstart;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.partnerhub.embedded.PartsFolder;

/**
 * The realm's secrets: those of the services are generated in the folder; those of the demo's partners and staff are obvious, so
 * that a reader can try them, and good for nothing else.
 */
public final class DemoSecrets {

    /** The partners of the demo, by their client ids. */
    public static final List<String> PARTNERS = List.of(
            "cambridgeshire-county-council",
            "peterborough-city-council",
            "cambridgeshire-constabulary",
            "fenland-academy",
            "cpft",
            "cambridge-university-hospitals");

    /** The staff of the demo, by their user names. */
    public static final List<String> STAFF =
            List.of("officer.adeyemi", "officer.brook", "approver.chowdhury", "operator.davies", "operator.ellis");

    /** The client by which notification-service registers partners' clients. */
    static final String REGISTRAR = "partner-registrar";

    private DemoSecrets() {}

    public static String ofPartner(String client) {
        return client + "-demo-secret";
    }

    public static String ofStaff(String user) {
        return user + "-demo";
    }

    static String ofService(PartsFolder folder, String service) {
        return folder.secret("client." + service);
    }

    /** The values of the realm file's placeholders. */
    public static Map<String, String> realm(PartsFolder folder, HubAddresses addresses) {
        Map<String, String> values = new HashMap<>();
        PARTNERS.forEach(it -> values.put("HUB_SECRET_" + variable(it), ofPartner(it)));
        STAFF.forEach(it -> values.put("HUB_PASSWORD_" + variable(it), ofStaff(it)));
        for (ServiceName service : ServiceName.values()) {
            values.put("HUB_SECRET_" + variable(service.id()), ofService(folder, service.id()));
        }
        values.put("HUB_SECRET_" + variable(REGISTRAR), ofService(folder, REGISTRAR));
        values.put("HUB_CONSOLE_URL", addresses.console().toString());
        values.put("HUB_CONSOLE_INSIDE_URL", addresses.service(ServiceName.CONSOLE) + "/console");
        values.put("HUB_CPFT_KEYS_URL", "http://localhost:" + addresses.partnerPort("cpft", 8190) + "/jwks");
        return values;
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    }
}
