package org.partnerhub.contracts.stay;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where a child stays.
 *
 * @param urn unique reference number, where it is a school
 * @param funding who pays for the stay
 * @param authority GSS code of the council where it stands
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Setting(
        @Nullable String odsCode,
        @Nullable String urn,
        @Nullable String name,
        SettingKind kind,
        Funding funding,
        @Nullable String authority) {

    /** The same place, with what somebody found out about who pays. */
    public Setting paidBy(Funding known) {
        return new Setting(odsCode, urn, name, kind, known, authority);
    }
}
