package org.partnerhub.notification.onboarding;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory.Partner;
import org.partnerhub.contracts.sharing.PartnerId;

/** The organisation that is taken on. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Organisation(
        PartnerId id, String name, String kind, @Nullable String odsCode) {

    public Partner partner() {
        return new Partner(id, name, kind, odsCode);
    }
}
