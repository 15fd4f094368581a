package org.partnerhub.console.signin;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The roles that may enter the console, as the identity provider names them. Any other role is nobody here. */
public enum StaffRole {
    GOVERNANCE_OFFICER,
    GOVERNANCE_APPROVER,
    OPERATOR;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those of the named roles that the console knows. */
    public static Set<StaffRole> among(Collection<String> names) {
        return Arrays.stream(values())
                .filter(role -> names.contains(role.code()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
