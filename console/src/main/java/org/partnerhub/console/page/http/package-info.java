/** The pages that are about no subject of their own: the start, the farewell, the style. */
@NullMarked
package org.partnerhub.console.page.http;

import org.jspecify.annotations.NullMarked;
