/** The pages about sharing without consent. */
@NullMarked
package org.partnerhub.console.override.http;

import org.jspecify.annotations.NullMarked;
