/** Reports as JSON. */
@NullMarked
package org.partnerhub.consent.report.http;

import org.jspecify.annotations.NullMarked;
