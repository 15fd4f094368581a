@NullMarked
package org.partnerhub.console.onboarding.http;

import org.jspecify.annotations.NullMarked;
