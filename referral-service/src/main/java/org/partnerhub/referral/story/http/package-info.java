/** Where partners add to a story. */
@NullMarked
package org.partnerhub.referral.story.http;

import org.jspecify.annotations.NullMarked;
