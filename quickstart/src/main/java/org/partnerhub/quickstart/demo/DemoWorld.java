package org.partnerhub.quickstart.demo;

import java.net.URI;
import java.nio.file.Path;
import org.partnerhub.quickstart.partner.PartnerClient;
import org.partnerhub.quickstart.partner.Receiver;

/**
 * Everybody in the story: the hub by its address, the partners that call it, and the partners' systems that it calls.
 *
 * @param workFolder where the log's exports are put
 */
public record DemoWorld(
        URI gateway,
        PartnerClient school,
        PartnerClient police,
        PartnerClient hospital,
        PartnerClient council,
        PartnerClient camhs,
        Receiver schoolSystem,
        Receiver councilSystem,
        Receiver camhsSystem,
        CamhsAnswer camhsAnswer,
        StaffSignIn officer,
        StaffSignIn approver,
        StaffSignIn operator,
        Path workFolder) {

    /** The invented school of the demo. */
    static final String SCHOOL_URN = "999001";

    /** How the CAMHS simulator answers a referral: by a FHIR message, as its clinicians' system would. */
    @FunctionalInterface
    public interface CamhsAnswer {
        /** Accepts the last referral that named this person. */
        void accept(String personId);
    }

    /** A sign-in of somebody of the hub's staff, which is for the demo only. */
    public record StaffSignIn(String user, String password) {
        @Override
        public String toString() {
            return "StaffSignIn[" + user + "]";
        }
    }
}
