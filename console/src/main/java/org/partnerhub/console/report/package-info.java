/** Figures: early help, what was told, where consent stands, how long answers take; nobody is named. */
@NullMarked
package org.partnerhub.console.report;

import org.jspecify.annotations.NullMarked;
