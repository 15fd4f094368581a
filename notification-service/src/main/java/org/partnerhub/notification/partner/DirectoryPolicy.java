package org.partnerhub.notification.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.directory.Directory.Partner;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.policy.PolicyProblem;
import org.partnerhub.contracts.policy.PolicyUnusable;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;
import tools.jackson.core.JsonPointer;

/** The directory as {@code policy/partners.yml} and {@code policy/recipients.yml} have it. */
public final class DirectoryPolicy {

    private DirectoryPolicy() {}

    private record PartnersFile(List<PartnerEntry> partners) {}

    private record PartnerEntry(
            PartnerId id,
            String name,
            String kind,
            @JsonProperty("ods-code") @Nullable String odsCode) {}

    private record RecipientsFile(List<RecipientEntry> recipients) {}

    private record RecipientEntry(
            RecipientId id,
            String name,
            String kind,
            String role,
            @JsonProperty("operated-by") Set<PartnerId> operatedBy,
            @Nullable String area,
            @JsonProperty("school-urn") @Nullable String schoolUrn,
            String channel) {}

    /**
     * Reads both files.
     *
     * @param folder absent: the files in the contracts jar
     * @throws PolicyUnusable where one does not fit, naming the line
     */
    public static Directory read(@Nullable Path folder) {
        List<Partner> partners = PolicyFile.read("partners", folder).as(PartnersFile.class).partners().stream()
                .map(it -> new Partner(it.id(), it.name(), it.kind(), it.odsCode()))
                .toList();
        PolicyFile file = PolicyFile.read("recipients", folder);
        List<RecipientEntry> entries = file.as(RecipientsFile.class).recipients();
        List<PolicyProblem> problems = problems(file, entries, partners);
        if (!problems.isEmpty()) {
            throw new PolicyUnusable(problems);
        }
        List<Recipient> recipients =
                new ArrayList<>(entries.stream().map(DirectoryPolicy::recipient).toList());
        recipients.addAll(AuthoritiesPolicy.officesBeside(AuthoritiesPolicy.read(folder), recipients));
        return new Directory(partners, recipients);
    }

    private static List<PolicyProblem> problems(PolicyFile file, List<RecipientEntry> entries, List<Partner> partners) {
        List<PartnerId> known = partners.stream().map(Partner::id).toList();
        List<PolicyProblem> problems = new ArrayList<>();
        Set<RecipientId> seen = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            RecipientEntry entry = entries.get(i);
            JsonPointer at = JsonPointer.compile("/recipients/" + i);
            if (!seen.add(entry.id())) {
                problems.add(file.problem(at, "The id is taken; give the recipient another."));
            }
            if ((entry.operatedBy().isEmpty() && !"manual".equals(entry.channel()))
                    || !known.containsAll(entry.operatedBy())) {
                problems.add(file.problem(
                        at, "operated-by must name partners of partners.yml; only a manual recipient may have none."));
            }
            if (!List.of("webhook", "fhir", "mailbox", "manual").contains(entry.channel())) {
                problems.add(file.problem(at, "channel must be webhook, fhir, mailbox or manual."));
            }
        }
        return problems;
    }

    private static Recipient recipient(RecipientEntry entry) {
        return new Recipient(
                entry.id(),
                entry.name(),
                entry.kind(),
                entry.role(),
                entry.operatedBy(),
                entry.area(),
                entry.schoolUrn(),
                Channel.valueOf(entry.channel().toUpperCase(Locale.ROOT)));
    }
}
