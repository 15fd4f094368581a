package org.partnerhub.contracts.content;

import java.util.Map;
import org.partnerhub.contracts.sharing.Category;

/**
 * What the owner of the information gives out against a permit: the permitted categories that it holds.
 *
 * @param kind what kind of message: {@code referral}, {@code feedback}, {@code story}
 * @param reference the hub's reference of what it is about, such as {@code referral/UUID}
 */
public record Released(String kind, String reference, Map<Category, Object> content) {

    public Released {
        content = Map.copyOf(content);
    }

    @Override
    public String toString() {
        return "Released[" + kind + ", " + reference + "]";
    }
}
