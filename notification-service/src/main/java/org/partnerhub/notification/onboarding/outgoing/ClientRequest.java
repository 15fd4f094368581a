package org.partnerhub.notification.onboarding.outgoing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.notification.onboarding.Onboarding;

/** A partner's client as Keycloak's registration takes it: client credentials alone, its own claim and scopes, nothing more. */
final class ClientRequest {

    private static final List<String> EVERY_PARTNERS = List.of("basic", "audience-partner-hub-api");

    private ClientRequest() {}

    /** With this secret, or with the partner's own keys where there is none. */
    static Map<String, Object> of(Onboarding onboarding, @Nullable String secret) {
        String partner = onboarding.partner().id().value();
        Map<String, Object> client = new LinkedHashMap<>();
        client.put("clientId", partner);
        client.put("name", onboarding.partner().name());
        client.put("description", "A partner's systems");
        client.put("protocol", "openid-connect");
        client.put("publicClient", false);
        client.put("standardFlowEnabled", false);
        client.put("implicitFlowEnabled", false);
        client.put("directAccessGrantsEnabled", false);
        client.put("serviceAccountsEnabled", true);
        client.put("fullScopeAllowed", false);
        client.put(
                "defaultClientScopes",
                Stream.concat(EVERY_PARTNERS.stream(), onboarding.rights().stream())
                        .toList());
        client.put("optionalClientScopes", List.of());
        client.put("protocolMappers", List.of(itself(partner)));
        if (secret == null) {
            client.put("clientAuthenticatorType", "client-jwt");
            client.put("attributes", keys(String.valueOf(onboarding.keysUrl())));
        } else {
            client.put("clientAuthenticatorType", "client-secret");
            client.put("secret", secret);
            client.put("attributes", Map.of("client_credentials.use_refresh_token", "false"));
        }
        return client;
    }

    private static Map<String, Object> itself(String partner) {
        return Map.of(
                "name",
                "partner",
                "protocol",
                "openid-connect",
                "protocolMapper",
                "oidc-hardcoded-claim-mapper",
                "config",
                Map.of(
                        "claim.name", "partner",
                        "claim.value", partner,
                        "jsonType.label", "String",
                        "access.token.claim", "true",
                        "introspection.token.claim", "true",
                        "id.token.claim", "false",
                        "userinfo.token.claim", "false"));
    }

    private static Map<String, String> keys(String url) {
        return Map.of(
                "client_credentials.use_refresh_token", "false",
                "use.jwks.url", "true",
                "jwks.url", url,
                "token.endpoint.auth.signing.alg", "PS256");
    }
}
