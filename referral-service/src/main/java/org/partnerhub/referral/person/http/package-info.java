/** The internal calls about people. */
@NullMarked
package org.partnerhub.referral.person.http;

import org.jspecify.annotations.NullMarked;
