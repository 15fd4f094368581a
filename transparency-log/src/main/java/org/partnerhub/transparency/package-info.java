/**
 * A tamper-evident log that an outsider can check: RFC 6962 Merkle tree, C2SP checkpoints, and the verifier of an export. No
 * framework, no database, one JSON parser.
 */
@NullMarked
package org.partnerhub.transparency;

import org.jspecify.annotations.NullMarked;
