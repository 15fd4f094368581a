package org.partnerhub.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.api.ApiCatalogue;
import org.partnerhub.contracts.api.ApiOperation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RealmFileTest {

    /** Keycloak's own, and those that carry claims rather than a right to call something. */
    private static final Set<String> NOT_RIGHTS = Set.of(
            "basic",
            "acr",
            "profile",
            "email",
            "roles",
            "web-origins",
            "hub-roles",
            "audience-partner-hub-api",
            "audience-partner-hub-internal");

    private static final String REGISTRAR = "partner-registrar";

    private final JsonNode realm = read();

    @Test
    void scopesAreExactlyThoseOfTheOpenApiFiles() {
        Set<String> inRealm = new TreeSet<>(names(realm.path("clientScopes"), "name"));
        inRealm.removeAll(NOT_RIGHTS);

        assertThat(inRealm).isEqualTo(new TreeSet<>(scopes(everyOperation())));
    }

    @Test
    void aClientHasEitherOutsideOrInsideRights() {
        Set<String> inside = scopes(ApiCatalogue.inside().operations());
        for (JsonNode client : realm.path("clients")) {
            if (client.path("clientId").asString().equals(REGISTRAR)) {
                continue; // it calls Keycloak alone
            }
            List<String> has = strings(client.path("defaultClientScopes"));
            boolean service = has.contains("audience-partner-hub-internal");
            assertThat(has)
                    .as(client.path("clientId").asString())
                    .contains(service ? "audience-partner-hub-internal" : "audience-partner-hub-api");
            assertThat(has.stream().anyMatch(inside::contains))
                    .as(client.path("clientId").asString())
                    .isEqualTo(service);
            assertThat(strings(client.path("optionalClientScopes"))).isEmpty();
        }
    }

    @Test
    void theRegistrarMayCallNothingOfTheHubAndGivesPartnersScopesAlone() {
        JsonNode registrar = realm.path("clients")
                .valueStream()
                .filter(it -> it.path("clientId").asString().equals(REGISTRAR))
                .findFirst()
                .orElseThrow();
        assertThat(strings(registrar.path("defaultClientScopes"))).isSubsetOf(NOT_RIGHTS);
        JsonNode policy =
                realm.at("/components/org.keycloak.services.clientregistration.policy.ClientRegistrationPolicy/0");
        Set<String> others = new TreeSet<>(scopes(ApiCatalogue.inside().operations()));
        realm.path("scopeMappings")
                .forEach(it -> others.add(it.path("clientScope").asString("")));
        assertThat(strings(policy.at("/config/allowed-client-scopes")))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(others);
    }

    @Test
    void noSecretOrPasswordStandsInTheFile() {
        realm.findValuesAsString("secret").forEach(secret -> assertThat(secret).matches("\\$\\{HUB_SECRET_[A-Z_]+}"));
        realm.path("users")
                .valueStream()
                .filter(user -> !user.has("serviceAccountClientId"))
                .forEach(user -> assertThat(
                                user.path("credentials").path(0).path("value").asString())
                        .matches("\\$\\{HUB_PASSWORD_[A-Z_]+}"));
    }

    @Test
    void nobodyLogsInByHandingTheirPasswordToAClient() {
        realm.path("clients").forEach(client -> {
            assertThat(client.path("directAccessGrantsEnabled").asBoolean()).isFalse();
            assertThat(client.path("implicitFlowEnabled").asBoolean()).isFalse();
            assertThat(client.path("publicClient").asBoolean()).isFalse();
            assertThat(client.path("fullScopeAllowed").asBoolean()).isFalse();
        });
    }

    private static List<ApiOperation> everyOperation() {
        return Stream.of(ApiCatalogue.outside(), ApiCatalogue.inside())
                .flatMap(it -> it.operations().stream())
                .toList();
    }

    private static Set<String> scopes(List<ApiOperation> operations) {
        return operations.stream().flatMap(it -> it.scopes().stream()).collect(Collectors.toSet());
    }

    private static List<String> names(JsonNode list, String field) {
        return list.valueStream().map(it -> it.path(field).asString()).toList();
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode read() {
        try (InputStream file = RealmFileTest.class.getResourceAsStream("/deploy/keycloak/partner-hub-realm.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(file).readAllBytes());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
