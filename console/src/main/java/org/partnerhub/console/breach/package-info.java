/** Reports of breaches of personal data, made of chosen entries of the disclosure log. */
@NullMarked
package org.partnerhub.console.breach;

import org.jspecify.annotations.NullMarked;
