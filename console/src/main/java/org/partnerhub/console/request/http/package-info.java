/** The pages of requests about own records. */
@NullMarked
package org.partnerhub.console.request.http;

import org.jspecify.annotations.NullMarked;
