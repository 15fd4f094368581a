/** Requests and answers: problem documents, bounded bodies, correlation ids. */
@NullMarked
package org.partnerhub.support.web;

import org.jspecify.annotations.NullMarked;
