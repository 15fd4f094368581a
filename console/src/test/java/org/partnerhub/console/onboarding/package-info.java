@NullMarked
package org.partnerhub.console.onboarding;

import org.jspecify.annotations.NullMarked;
