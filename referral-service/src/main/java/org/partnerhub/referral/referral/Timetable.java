package org.partnerhub.referral.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.Purpose;

/** By when somebody should have spoken, and to whom silence is taken. */
public interface Timetable {

    /** When a recipient that was told should have answered; absent where nothing fixes it. */
    @Nullable
    Instant answerBy(Purpose purpose, Instant toldAt);

    /** When silence that was chased is taken further. */
    Instant escalateAt(Purpose purpose, Instant chasedAt);

    /** When a sender that was asked for more should have answered. */
    Instant informationBy(Instant askedAt);

    /** The role that hears of it where a recipient stays silent. */
    String roleFor(Purpose purpose);

    /** The role that hears of what no partner can settle. */
    String roleOfTheHub();
}
