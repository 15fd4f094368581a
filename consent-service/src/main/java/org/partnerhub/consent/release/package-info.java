/** Releases by a named person of what is withheld about somebody whose whereabouts are protected. */
@NullMarked
package org.partnerhub.consent.release;

import org.jspecify.annotations.NullMarked;
