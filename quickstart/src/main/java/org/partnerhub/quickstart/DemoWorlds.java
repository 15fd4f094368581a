package org.partnerhub.quickstart;

import java.net.URI;
import org.partnerhub.embedded.PartsFolder;
import org.partnerhub.quickstart.demo.DemoWorld;

/** Casts the demo's partners in the family's story. */
public final class DemoWorlds {

    private DemoWorlds() {}

    public static DemoWorld of(URI gateway, DemoPartners partners, PartsFolder folder) {
        return new DemoWorld(
                gateway,
                partners.client("fenland-academy"),
                partners.client("cambridgeshire-constabulary"),
                partners.client("cambridge-university-hospitals"),
                partners.client("cambridgeshire-county-council"),
                partners.client("cpft"),
                partners.school(),
                partners.council(),
                partners.cpft(),
                partners.cpft()::accept,
                signIn("officer.adeyemi"),
                signIn("approver.chowdhury"),
                signIn("operator.davies"),
                folder.part("log-exports"));
    }

    private static DemoWorld.StaffSignIn signIn(String user) {
        return new DemoWorld.StaffSignIn(user, DemoSecrets.ofStaff(user));
    }
}
