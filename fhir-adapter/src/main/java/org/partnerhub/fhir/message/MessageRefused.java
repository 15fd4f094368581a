package org.partnerhub.fhir.message;

import org.jspecify.annotations.Nullable;

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
    private final @Nullable String expression;

    /**
     * A refusal.
     *
     * @param status of HTTP
     * @param code of {@code https://fhir.nhs.uk/CodeSystem/http-error-codes}
     * @param issue FHIR's issue type, such as {@code invalid}
     */
    public MessageRefused(int status, String code, String issue, String diagnostics) {
        this(status, code, issue, diagnostics, null);
    }

    private MessageRefused(
            int status, String code, String issue, @Nullable String diagnostics, @Nullable String expression) {
        super(diagnostics);
        this.status = status;
        this.code = code;
        this.issue = issue;
        this.expression = expression;
    }

    /** The same, naming the element that it is about as a FHIRPath. */
    public MessageRefused at(String element) {
        return new MessageRefused(status, code, issue, getMessage(), element);
    }

    /** An element is understood, but the hub cannot do what it says. */
    public static MessageRefused unprocessable(String element, String diagnostics) {
        return new MessageRefused(422, "REC_UNPROCESSABLE_ENTITY", "business-rule", diagnostics, element);
    }

    /** There is no such thing, or it is somebody else's; the hub does not say which. */
    public static MessageRefused noSuchResource() {
        return new MessageRefused(
                404, "REC_NOT_FOUND", "not-found", "Check the id: there is no such resource of yours.");
    }

    /** Not possible in the present state, or the version in hand is no longer the present one. */
    public static MessageRefused conflict(String diagnostics) {
        return new MessageRefused(409, "REC_CONFLICT", "conflict", diagnostics);
    }

    /** A header is absent. */
    public static MessageRefused required(String diagnostics) {
        return new MessageRefused(400, "SEND_BAD_REQUEST", "required", diagnostics);
    }

    /** A header or the body is not what it should be. */
    public static MessageRefused invalid(String diagnostics) {
        return new MessageRefused(400, "REC_BAD_REQUEST", "invalid", diagnostics);
    }

    /** An element does not hold to a rule of R4. */
    public static MessageRefused notR4(String element, String diagnostics) {
        return new MessageRefused(400, "REC_BAD_REQUEST", "invariant", diagnostics, element);
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

    /** The element that it is about, as a FHIRPath; absent where it is about the whole. */
    public @Nullable String expression() {
        return expression;
    }

    public String diagnostics() {
        return String.valueOf(getMessage());
    }
}
