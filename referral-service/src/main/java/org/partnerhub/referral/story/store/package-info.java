/** Stories in PostgreSQL. */
@NullMarked
package org.partnerhub.referral.story.store;

import org.jspecify.annotations.NullMarked;
