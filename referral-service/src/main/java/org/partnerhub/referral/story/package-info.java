/** What was told about a child and family, by whom and when; nobody overwrites another's words. */
@NullMarked
package org.partnerhub.referral.story;

import org.jspecify.annotations.NullMarked;
