package org.partnerhub.fhir.message;

/**
 * A partner's message is not taken. Source: BaRS, "Error handling".
 *
 * <p>{@code diagnostics} says what to do next and never repeats what was sent.
 */
public final class MessageRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String issue;

    /**
     * A refusal.
     *
     * @param status of HTTP
     * @param code of {@code https://fhir.nhs.uk/CodeSystem/http-error-codes}
     * @param issue FHIR's issue type, such as {@code invalid}
     */
    public MessageRefused(int status, String code, String issue, String diagnostics) {
        super(diagnostics);
        this.status = status;
        this.code = code;
        this.issue = issue;
    }

    /** A header is absent. */
    public static MessageRefused required(String diagnostics) {
        return new MessageRefused(400, "SEND_BAD_REQUEST", "required", diagnostics);
    }

    /** A header or the body is not what it should be. */
    public static MessageRefused invalid(String diagnostics) {
        return new MessageRefused(400, "REC_BAD_REQUEST", "invalid", diagnostics);
    }

    /** The message is FHIR, but no combination that the hub knows. */
    public static MessageRefused unknownCombination(String diagnostics) {
        return new MessageRefused(400, "REC_BAD_REQUEST", "invariant", diagnostics);
    }

    /** The version, event or state is one that the hub does not take. */
    public static MessageRefused notSupported(String diagnostics) {
        return new MessageRefused(422, "REC_UNPROCESSABLE_ENTITY", "not-supported", diagnostics);
    }

    /** The message is about one that this partner never had or sent; alike whether or not somebody else did. */
    public static MessageRefused notFound() {
        return new MessageRefused(
                404,
                "REC_NOT_FOUND",
                "not-found",
                "Name what the hub sent you in MessageHeader.response.identifier, or a referral of yours by the hub's"
                        + " reference in ServiceRequest.identifier or by the X-Correlation-Id that it was sent under.");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String issue() {
        return issue;
    }

    public String diagnostics() {
        return String.valueOf(getMessage());
    }
}
