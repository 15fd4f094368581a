@NullMarked
package org.partnerhub.support.web;

import org.jspecify.annotations.NullMarked;
