package org.partnerhub.notification.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.policy.PolicyProblem;
import org.partnerhub.contracts.policy.PolicyUnusable;
import org.partnerhub.contracts.sharing.RecipientId;
import tools.jackson.core.JsonPointer;

/** The councils with functions for children, as {@code policy/authorities.yml} has them. */
public final class AuthoritiesPolicy {

    private static final String DIRECTORS_OFFICE = "directors-office";

    private AuthoritiesPolicy() {}

    private record File(List<Entry> authorities) {}

    private record Entry(
            @JsonProperty("code") String code,
            @JsonProperty("name") String name,
            @JsonProperty("districts") @Nullable List<String> districts) {}

    /**
     * Reads the file.
     *
     * @param folder absent: the file in the contracts jar
     * @throws PolicyUnusable where it does not fit, naming the line
     */
    public static Authorities read(@Nullable Path folder) {
        PolicyFile file = PolicyFile.read("authorities", folder);
        Map<String, String> names = new HashMap<>();
        Map<String, String> districts = new HashMap<>();
        List<PolicyProblem> problems = new ArrayList<>();
        List<Entry> entries = file.as(File.class).authorities();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            JsonPointer at = JsonPointer.compile("/authorities/" + i);
            if (!entry.code().matches("[EW][0-9]{8}") || names.put(entry.code(), entry.name()) != null) {
                problems.add(file.problem(at, "code must be a GSS code of England or Wales that stands here once."));
            }
            List<String> within = entry.districts() == null ? List.of() : entry.districts();
            within.forEach(district -> districts.put(district, entry.code()));
        }
        if (!problems.isEmpty()) {
            throw new PolicyUnusable(problems);
        }
        return new Authorities(names, districts);
    }

    /** A director's office for each council that has none among these: known, and reached by hand. */
    static List<Recipient> officesBeside(Authorities authorities, List<Recipient> present) {
        Set<String> served = new HashSet<>();
        present.stream()
                .filter(it -> it.role().equals(DIRECTORS_OFFICE))
                .forEach(it -> served.add(String.valueOf(it.area())));
        return authorities.names().entrySet().stream()
                .filter(it -> !served.contains(it.getKey()))
                .map(it -> new Recipient(
                        new RecipientId(DIRECTORS_OFFICE + "-" + it.getKey().toLowerCase(Locale.ROOT)),
                        "Director of children's services, " + it.getValue(),
                        "council",
                        DIRECTORS_OFFICE,
                        Set.of(),
                        it.getKey(),
                        null,
                        Channel.MANUAL))
                .toList();
    }
}
