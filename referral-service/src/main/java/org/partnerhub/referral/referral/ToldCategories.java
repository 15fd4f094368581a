package org.partnerhub.referral.referral;

import java.util.Set;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;

/** What a recipient would use for a purpose; how much of it goes is decided each time. */
@FunctionalInterface
public interface ToldCategories {

    Set<Category> of(Purpose purpose);
}
