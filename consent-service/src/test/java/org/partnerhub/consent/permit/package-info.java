@NullMarked
package org.partnerhub.consent.permit;

import org.jspecify.annotations.NullMarked;
