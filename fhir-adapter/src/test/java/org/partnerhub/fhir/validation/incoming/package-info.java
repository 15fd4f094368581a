@NullMarked
package org.partnerhub.fhir.validation.incoming;

import org.jspecify.annotations.NullMarked;
