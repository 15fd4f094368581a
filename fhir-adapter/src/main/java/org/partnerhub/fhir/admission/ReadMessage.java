package org.partnerhub.fhir.admission;

import org.partnerhub.contracts.stay.StayReport;

/** What came of reading a hospital's message. */
public sealed interface ReadMessage {

    /**
     * It says something that the hub follows.
     *
     * @param key the sender's id of it
     * @param remark what was left out, for the sender; empty where nothing was
     */
    record Taken(String key, StayReport report, String remark) implements ReadMessage {}

    /**
     * The hub should follow it and cannot read it: it is kept and an operator looks at it.
     *
     * @param code why, stable
     * @param words what to send instead; nothing of what was sent
     */
    record Unreadable(String key, String code, String words) implements ReadMessage {}

    /** The hub does not follow such messages: nothing is kept. */
    record Refused(String key, String code, String words) implements ReadMessage {}
}
