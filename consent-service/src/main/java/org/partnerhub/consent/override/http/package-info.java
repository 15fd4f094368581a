/** The calls about sharing without consent. */
@NullMarked
package org.partnerhub.consent.override.http;

import org.jspecify.annotations.NullMarked;
