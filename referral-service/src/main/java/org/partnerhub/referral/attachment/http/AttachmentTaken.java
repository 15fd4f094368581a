package org.partnerhub.referral.attachment.http;

import java.util.Map;
import java.util.UUID;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.referral.attachment.Filing;
import org.partnerhub.referral.attachment.Scan;

/** A file was kept. It says nothing of whether somebody sent the same before. */
record AttachmentTaken(UUID id, PersonId person, Scan scan, Map<String, String> links) {

    static AttachmentTaken of(Filing.Filed filed) {
        String all = "/people/" + filed.person() + "/attachments";
        return new AttachmentTaken(
                filed.id(), filed.person(), Scan.WAITING_FOR_SCAN, Map.of("self", all + "/" + filed.id(), "all", all));
    }
}
