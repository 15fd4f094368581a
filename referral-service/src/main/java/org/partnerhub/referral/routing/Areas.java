package org.partnerhub.referral.routing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The authorities that the hub serves. A code that is not among them is nobody's guess: a person finds out. */
public record Areas(List<Area> all) {

    public Areas {
        all = List.copyOf(all);
    }

    /**
     * One authority.
     *
     * @param authority its GSS code
     * @param districts GSS codes of its districts, which count as the authority
     */
    public record Area(String authority, String name, List<String> districts) {
        public Area {
            districts = List.copyOf(districts);
        }
    }

    /** The authority that a GSS code, of itself or of a district, stands for. */
    public Optional<String> authorityOf(@Nullable String code) {
        return Stream.ofNullable(code)
                .flatMap(given -> all.stream()
                        .filter(area -> area.authority().equals(given)
                                || area.districts().contains(given)))
                .map(Area::authority)
                .findFirst();
    }
}
