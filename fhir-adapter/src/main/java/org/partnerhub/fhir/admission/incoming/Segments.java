package org.partnerhub.fhir.admission.incoming;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.Structure;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message of any version from 2.1 on as a list of segments, whatever its structure should have been: senders put segments where they
 * like, and what the hub reads is the same in all.
 */
final class Segments {

    private static final HapiContext HAPI = lenient();

    private static final Pattern TYPE_ALONE = Pattern.compile("^(MSH\\|(?:[^|\\r]*\\|){7})ADT\\|");
    private static final Pattern EVENT = Pattern.compile("\\rEVN\\|([A-Z][0-9]{2})\\|");

    private final Message message;

    private Segments(Message message) {
        this.message = message;
    }

    private static HapiContext lenient() {
        var context = new DefaultHapiContext(ValidationContextFactory.noValidation());
        context.setModelClassFactory(new GenericModelClassFactory());
        context.getParserConfiguration().setAllowUnknownVersions(true);
        context.getParserConfiguration().setValidating(false);
        context.getParserConfiguration().setInvalidObx2Type("ST");
        context.getParserConfiguration().setDefaultObx2Type("ST");
        return context;
    }

    /**
     * Reads a message.
     *
     * @throws HL7Exception where it is none
     */
    static Segments of(String text) throws HL7Exception {
        return new Segments(HAPI.getPipeParser().parse(withTrigger(text.strip().replaceAll("\\r?\\n", "\r"))));
    }

    /** Some senders name the trigger event in EVN-1 alone. */
    private static String withTrigger(String text) {
        Matcher event = EVENT.matcher(text);
        return TYPE_ALONE.matcher(text).find() && event.find()
                ? TYPE_ALONE.matcher(text).replaceFirst("$1ADT^" + event.group(1) + "|")
                : text;
    }

    /** Every segment of a name, wherever it stands. */
    List<Segment> all(String name) {
        List<Segment> found = new ArrayList<>();
        for (String structure : message.getNames()) {
            if (structure.startsWith(name)
                    && structure.replaceAll("[0-9]*$", "").equals(name.replaceAll("[0-9]*$", ""))) {
                collect(name, structure, found);
            }
        }
        return found;
    }

    private void collect(String name, String structure, List<Segment> found) {
        try {
            for (Structure one : message.getAll(structure)) {
                if (one instanceof Segment segment && segment.getName().equals(name) && !segment.isEmpty()) {
                    found.add(segment);
                }
            }
        } catch (HL7Exception absent) {
            throw new IllegalStateException("A name that the message listed itself is not there.", absent);
        }
    }

    /** The first component of a field of the first such segment; absent where it is empty or deleted. */
    @Nullable
    String field(String segment, int field) {
        return component(segment, field, 0, 1);
    }

    @Nullable
    String component(String segment, int field, int repetition, int component) {
        List<Segment> all = all(segment);
        return all.isEmpty() ? null : component(all.getFirst(), field, repetition, component);
    }

    static @Nullable String component(Segment segment, int field, int repetition, int component) {
        try {
            String value = Terser.get(segment, field, repetition, component, 1);
            return value == null || value.isBlank() || value.equals("\"\"") ? null : value.strip();
        } catch (HL7Exception absent) {
            return null;
        }
    }

    static int repetitions(Segment segment, int field) {
        try {
            return segment.getField(field).length;
        } catch (HL7Exception absent) {
            return 0;
        }
    }

    @Nullable
    Segment first(String name) {
        List<Segment> all = all(name);
        return all.isEmpty() ? null : all.getFirst();
    }
}
