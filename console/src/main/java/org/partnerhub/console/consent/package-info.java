/** The register of consents: who may be told what by whose word, until when, and what happened to each. */
@NullMarked
package org.partnerhub.console.consent;

import org.jspecify.annotations.NullMarked;
