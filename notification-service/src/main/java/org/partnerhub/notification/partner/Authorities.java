package org.partnerhub.notification.partner;

import java.util.Map;
import java.util.Optional;

/** The councils that have functions for children, by GSS code, and the districts that lie within a county. */
public final class Authorities {

    private final Map<String, String> names;
    private final Map<String, String> countyOfDistrict;

    /**
     * The table.
     *
     * @param names of upper-tier authorities by GSS code
     * @param countyOfDistrict the county's code by the district's
     */
    public Authorities(Map<String, String> names, Map<String, String> countyOfDistrict) {
        this.names = Map.copyOf(names);
        this.countyOfDistrict = Map.copyOf(countyOfDistrict);
    }

    /** The authority that a code means: itself, or the county that a district lies in. */
    public Optional<String> responsibleFor(String code) {
        String upper = countyOfDistrict.getOrDefault(code, code);
        return names.containsKey(upper) ? Optional.of(upper) : Optional.empty();
    }

    public Optional<String> name(String code) {
        return Optional.ofNullable(names.get(code));
    }

    public Map<String, String> names() {
        return names;
    }
}
