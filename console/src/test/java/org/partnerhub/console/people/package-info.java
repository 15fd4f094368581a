@NullMarked
package org.partnerhub.console.people;

import org.jspecify.annotations.NullMarked;
