package org.partnerhub.console.onboarding;

/**
 * A partner's client. Its secret is shown on the page that asked for it and kept nowhere.
 *
 * @param secret empty where the partner proves itself with its own key
 */
public record IssuedClient(String clientId, String tokenUrl, String secret, String keysUrl) {

    @Override
    public String toString() {
        return "IssuedClient[" + clientId + "]";
    }
}
