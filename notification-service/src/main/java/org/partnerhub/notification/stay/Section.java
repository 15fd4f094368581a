package org.partnerhub.notification.stay;

/** Under which section of the Children Act 1989 a setting notifies. */
public enum Section {
    EIGHTY_FIVE("85", "section-85-notice"),
    EIGHTY_SIX("86", "section-86-notice");

    private final String number;
    private final String purpose;

    Section(String number, String purpose) {
        this.number = number;
        this.purpose = purpose;
    }

    public String number() {
        return number;
    }

    /** The purpose in {@code policy/purposes.yml}. */
    public String purpose() {
        return purpose;
    }
}
