/** The page about who could be told what. */
@NullMarked
package org.partnerhub.console.prospect.http;

import org.jspecify.annotations.NullMarked;
