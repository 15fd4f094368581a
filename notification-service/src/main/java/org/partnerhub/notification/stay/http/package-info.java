/** Taking admissions in. */
@NullMarked
package org.partnerhub.notification.stay.http;

import org.jspecify.annotations.NullMarked;
