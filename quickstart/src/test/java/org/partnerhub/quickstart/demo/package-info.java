@NullMarked
package org.partnerhub.quickstart.demo;

import org.jspecify.annotations.NullMarked;
