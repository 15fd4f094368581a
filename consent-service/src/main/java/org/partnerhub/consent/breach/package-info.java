/** Reports of breaches of personal data, made of disclosures that went wrong. */
@NullMarked
package org.partnerhub.consent.breach;

import org.jspecify.annotations.NullMarked;
