/** CPFT's side of the exchange: a real HAPI FHIR server that believes only what it has checked, and answers as BaRS says. */
@NullMarked
package org.partnerhub.quickstart.partner.cpft;

import org.jspecify.annotations.NullMarked;
