/** The pages of audit samples. */
@NullMarked
package org.partnerhub.console.sample.http;

import org.jspecify.annotations.NullMarked;
