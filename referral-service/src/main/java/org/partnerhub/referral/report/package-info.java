/** Figures about early help: how many, where and with what result; never who. */
@NullMarked
package org.partnerhub.referral.report;

import org.jspecify.annotations.NullMarked;
