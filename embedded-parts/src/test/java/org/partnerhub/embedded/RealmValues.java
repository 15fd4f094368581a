package org.partnerhub.embedded;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Values for the placeholders of the realm file. */
final class RealmValues {

    static final String CONSOLE = "http://localhost:8080/console";

    private static final List<String> CLIENTS = List.of(
            "cambridgeshire-county-council",
            "peterborough-city-council",
            "cambridgeshire-constabulary",
            "fenland-academy",
            "cpft",
            "cambridge-university-hospitals",
            "referral-service",
            "consent-service",
            "notification-service",
            "fhir-adapter",
            "partner-registrar",
            "console");
    private static final List<String> USERS =
            List.of("officer.adeyemi", "officer.brook", "approver.chowdhury", "operator.davies", "operator.ellis");

    private RealmValues() {}

    static Map<String, String> with(String trustsKeysUrl) {
        Map<String, String> values = new HashMap<>();
        CLIENTS.forEach(client -> values.put("HUB_SECRET_" + variable(client), secret(client)));
        USERS.forEach(user -> values.put("HUB_PASSWORD_" + variable(user), user + "-demo"));
        values.put("HUB_CONSOLE_URL", CONSOLE);
        values.put("HUB_CONSOLE_INSIDE_URL", CONSOLE);
        values.put("HUB_CPFT_KEYS_URL", trustsKeysUrl);
        return values;
    }

    static String secret(String client) {
        return client + "-demo-secret";
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    }
}
