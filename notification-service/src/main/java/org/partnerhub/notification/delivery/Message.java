package org.partnerhub.notification.delivery;

import org.partnerhub.contracts.content.Disclosure;

/**
 * What one attempt carries.
 *
 * @param body the disclosure as JSON
 * @param contentHash lower-case hex SHA-256 of the body
 * @param permit the token that it leaves under
 */
@SuppressWarnings(
        "ArrayRecordComponent") // the bytes that are hashed are the bytes that are sent; nobody compares messages
public record Message(
        Delivery delivery, Disclosure disclosure, byte[] body, String contentHash, String permit, Decided decided) {

    @Override
    public String toString() {
        return "Message[" + delivery.id() + "]";
    }
}
