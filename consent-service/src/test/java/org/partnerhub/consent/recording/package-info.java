@NullMarked
package org.partnerhub.consent.recording;

import org.jspecify.annotations.NullMarked;
