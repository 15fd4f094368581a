package org.partnerhub.notification.stay;

/**
 * What the Act leaves to the local procedure, in days of England's calendar; an operator may set it ({@code hub.stays}).
 *
 * @param longStayDays when a stay without a notice is overdue: twelve weeks
 * @param reminderDays when a setting that has said nothing is reminded: ten weeks
 * @param transferDays how many days a transfer between settings may take without ending the stay
 * @param returnDays within how many days a return leaves it to a person whether the stay went on
 * @param acknowledgementWorkingDays in how many working days a council acknowledges, and again until its director is told
 */
public record Procedure(
        int longStayDays, int reminderDays, int transferDays, int returnDays, int acknowledgementWorkingDays) {

    /** The partnership's. */
    public static final Procedure LOCAL = new Procedure(84, 70, 2, 7, 1);

    public Procedure {
        if (reminderDays < 1 || reminderDays >= longStayDays || transferDays < 0 || returnDays < 0) {
            throw new IllegalArgumentException(
                    "hub.stays: reminder-days must be under long-stay-days, and no number of days negative.");
        }
        if (acknowledgementWorkingDays < 1) {
            throw new IllegalArgumentException("hub.stays.acknowledgement-working-days must be at least 1.");
        }
    }
}
