/** The page of the log's integrity. */
@NullMarked
package org.partnerhub.console.integrity.http;

import org.jspecify.annotations.NullMarked;
