package org.partnerhub.referral.referral;

import java.util.List;

/** What came of what a sender did with its referral. */
public sealed interface Acted {

    /** It was done, or had been done before under the same key. */
    record Done(List<AskedRecipient> recipients, int openQuestions) implements Acted {
        public Done {
            recipients = List.copyOf(recipients);
        }
    }

    /** Nothing of it can change any more; nothing changed. */
    record Over(List<AskedRecipient> recipients) implements Acted {
        public Over {
            recipients = List.copyOf(recipients);
        }
    }

    /** The caller did not send it, or it did not go to the recipient that the caller means. */
    record NotYours() implements Acted {}

    /** The key was used for another body; nothing was done. */
    record KeyUsedForOtherBody() implements Acted {}
}
