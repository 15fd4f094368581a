@NullMarked
package org.partnerhub.fhir.audit.http;

import org.jspecify.annotations.NullMarked;
