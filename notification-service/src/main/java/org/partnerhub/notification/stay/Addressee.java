package org.partnerhub.notification.stay;

import java.util.Locale;

/**
 * Whom a notice is for.
 *
 * @param of GSS code of the council, or a partner's id for its own setting
 */
public record Addressee(Role role, String of) {

    /** What an addressee is. */
    public enum Role {
        COUNCIL,
        /** The council's director of children's services, after silence. */
        DIRECTOR,
        /** The integrated care board of the council's area. */
        ICB,
        SETTING;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return role.code() + " " + of;
    }
}
