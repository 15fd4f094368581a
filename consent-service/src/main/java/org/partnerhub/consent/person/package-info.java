/** The few facts about a person that deciding needs; referral-service owns them. */
@NullMarked
package org.partnerhub.consent.person;

import org.jspecify.annotations.NullMarked;
