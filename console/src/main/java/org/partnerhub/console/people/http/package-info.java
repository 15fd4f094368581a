/** The pages about people who may be one. */
@NullMarked
package org.partnerhub.console.people.http;

import org.jspecify.annotations.NullMarked;
