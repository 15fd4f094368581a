/** Figures about early help: by month, and by area or agency; nobody is named. */
@NullMarked
package org.partnerhub.console.report;

import org.jspecify.annotations.NullMarked;
