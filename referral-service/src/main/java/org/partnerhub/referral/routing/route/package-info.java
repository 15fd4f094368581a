/** What happens once a referral was taken: consent recorded, routed, disclosures asked for. */
@NullMarked
package org.partnerhub.referral.routing.route;

import org.jspecify.annotations.NullMarked;
