/** Whether the log can be believed: what was signed, who outside the hub could tell, and a check of all of it. */
@NullMarked
package org.partnerhub.console.integrity;

import org.jspecify.annotations.NullMarked;
