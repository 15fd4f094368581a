/** Where partners add files. */
@NullMarked
package org.partnerhub.referral.attachment.http;

import org.jspecify.annotations.NullMarked;
