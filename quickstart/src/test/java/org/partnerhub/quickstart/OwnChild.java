package org.partnerhub.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.partnerhub.contracts.identity.NhsNumber;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Messages about a child of a test's own, so that one test does not see another's. */
final class OwnChild {

    private final String nhsNumber = nhsNumber();

    /** The published example of a referral, consented to today: for early help and for CAMHS. */
    ObjectNode referral() {
        ObjectNode referral = example("referral");
        ObjectNode consent = (ObjectNode) referral.path("consent");
        String today = LocalDate.now(ZoneId.of("Europe/London")).toString();
        consent.put("from", today).put("obtainedOn", today);
        consent.put(
                "until", LocalDate.now(ZoneId.of("Europe/London")).plusMonths(6).toString());
        ((ObjectNode) consent.path("givenBy").path("assessor")).put("assessedOn", today);
        referral.remove("occurredAt");
        return aboutTheChild(referral);
    }

    /** The published example of an Operation Encompass notice. */
    ObjectNode incident() {
        return aboutTheChild(example("referral-incident"));
    }

    private ObjectNode aboutTheChild(ObjectNode referral) {
        ObjectNode subject = (ObjectNode) referral.path("subject");
        subject.remove("upn");
        subject.put("nhsNumber", nhsNumber).put("birthDate", "2011-03-14");
        subject.putObject("name").put("family", family()).putArray("given").add("Invented");
        return referral;
    }

    /** As different as the numbers are, so that nobody is taken for another. */
    private String family() {
        return nhsNumber
                .chars()
                .collect(
                        StringBuilder::new,
                        (name, digit) -> name.append((char) (digit - '0' + 'a')),
                        StringBuilder::append)
                .toString();
    }

    private static String nhsNumber() {
        while (true) {
            String candidate = "999%07d".formatted(ThreadLocalRandom.current().nextInt(10_000_000));
            if (NhsNumber.isValid(candidate)) {
                return candidate;
            }
        }
    }

    private static ObjectNode example(String name) {
        try (InputStream file =
                Objects.requireNonNull(OwnChild.class.getResourceAsStream("/examples/" + name + ".json"))) {
            return (ObjectNode) JsonMapper.shared().readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
