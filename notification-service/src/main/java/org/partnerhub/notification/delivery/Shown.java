package org.partnerhub.notification.delivery;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which deliveries an operator wants to see. */
public enum Shown {
    /** Due again after a failure. */
    FAILING,
    DUE,
    SENDING,
    WAITING,
    COLLECTED,
    ACKNOWLEDGED,
    DELIVERED,
    PARKED,
    REFUSED,
    GIVEN_UP,
    MANUAL;

    /** The states that are meant. */
    public List<DeliveryState> states() {
        return this == FAILING
                ? List.of(DeliveryState.DUE, DeliveryState.SENDING)
                : List.of(DeliveryState.valueOf(name()));
    }

    public String code() {
        return codeOf(name());
    }

    /** The one that a code names. */
    public static Optional<Shown> of(String code) {
        return Stream.of(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    /** Lower-case words joined by hyphens. */
    public static String codeOf(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
