/** What needs somebody's attention today, most urgent first; each page says what waits on it. */
@NullMarked
package org.partnerhub.console.today;

import org.jspecify.annotations.NullMarked;
