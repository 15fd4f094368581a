@NullMarked
package org.partnerhub.fhir.reception.http;

import org.jspecify.annotations.NullMarked;
