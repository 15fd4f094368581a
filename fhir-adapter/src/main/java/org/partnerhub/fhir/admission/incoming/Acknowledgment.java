package org.partnerhub.fhir.admission.incoming;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answer to a message: AA stored, AE kept but not readable, AR not taken. It repeats of the message only who sent it, its version and
 * its id, by which the sender tells its messages apart.
 */
public record Acknowledgment(Code code, String reason) {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'+0000'").withZone(ZoneOffset.UTC);

    /** MSH up to MSH-12: separator, encoding characters, then fields. */
    private static final Pattern HEADER = Pattern.compile("^MSH(.)([^\\r\\n]*)");

    /** HL7 table 0008. */
    public enum Code {
        AA,
        AE,
        AR
    }

    public String to(String message, Instant now) {
        Matcher header = HEADER.matcher(message);
        String[] fields =
                header.find() ? header.group(2).split(Pattern.quote(header.group(1)), -1) : new String[] {"^~\\&"};
        String trigger = part(fields, 7).replaceAll("^[^^]*\\^?", "").replaceAll("\\^.*$", "");
        return "MSH|^~\\&|PARTNER-HUB|PARTNER-HUB|" + part(fields, 1) + "|" + part(fields, 2) + "|" + STAMP.format(now)
                + "||ACK" + (trigger.isEmpty() ? "" : "^" + trigger) + "|" + UUID.randomUUID() + "|"
                + (part(fields, 9).isEmpty() ? "P" : part(fields, 9)) + "|"
                + (part(fields, 10).isEmpty() ? "2.4" : part(fields, 10)) + "\r" + "MSA|" + code + "|" + part(fields, 8)
                + "|" + reason.replaceAll("[|^~\\\\&\\r\\n]", " ") + "\r";
    }

    private static String part(String[] fields, int index) {
        return fields.length > index ? fields[index].replaceAll("[\\r\\n]", "") : "";
    }
}
