/** The hub's own people: governance officers, approvers and operators. */
@NullMarked
package org.partnerhub.consent.officer;

import org.jspecify.annotations.NullMarked;
