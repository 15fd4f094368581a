/** What people ask about their own records: access, rectification, objection; who may ask, by when they are answered. */
@NullMarked
package org.partnerhub.consent.rights;

import org.jspecify.annotations.NullMarked;
