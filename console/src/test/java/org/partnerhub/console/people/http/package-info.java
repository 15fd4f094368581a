@NullMarked
package org.partnerhub.console.people.http;

import org.jspecify.annotations.NullMarked;
