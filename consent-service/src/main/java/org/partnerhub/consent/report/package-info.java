/** Figures for governance officers: what was told, and where consent stands; nobody is named. */
@NullMarked
package org.partnerhub.consent.report;

import org.jspecify.annotations.NullMarked;
