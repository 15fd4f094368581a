package org.partnerhub.console.today.http;

import java.util.List;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.signin.StaffPage;
import org.partnerhub.console.today.Concern;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;

/** What one of the pages has for those who may open it. Each page's package has its own. */
public interface Watch {

    /** The page where it is settled; only who may open it is told. */
    StaffPage page();

    /** What needs attention, asked with the officer's own token; nothing where all is well. */
    Answer<List<Concern>> concerns(OAuth2AuthorizedClient officer);
}
