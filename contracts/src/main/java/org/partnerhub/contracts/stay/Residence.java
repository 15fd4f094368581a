package org.partnerhub.contracts.stay;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where a child lived immediately before the stay.
 *
 * @param authority GSS code of the council
 * @param noFixedAbode whether there is no such place
 * @param abroad whether it is outside England and Wales
 * @param lookedAfterBy GSS code of the council that looks after the child, wherever it is placed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Residence(
        @Nullable String authority,
        @Nullable Boolean noFixedAbode,
        @Nullable Boolean abroad,
        @Nullable String lookedAfterBy) {

    public static Residence in(String authority) {
        return new Residence(authority, null, null, null);
    }
}
