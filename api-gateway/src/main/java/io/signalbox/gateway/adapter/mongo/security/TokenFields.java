package io.signalbox.gateway.adapter.mongo.security;

/** Fields of a document in {@code tokens}. */
public final class TokenFields {
    public static final String ID = "_id";
    /** {@code api} or {@code registration}. */
    public static final String KIND = "kind";
    /** SHA-256 of the value, in hex. */
    public static final String HASH = "hash";
    /** The first characters of the value. */
    public static final String PREFIX = "prefix";
    /** For people. */
    public static final String NAME = "name";
    /** API token: what its owner may do. */
    public static final String ROLE = "role";
    /** Registration token: the pool that its runners join. */
    public static final String POOL = "pool";
    /** Registration token: the only tags that its runners may claim; absent: any. */
    public static final String TAGS = "tags";
    /** The projects that it is for, a registration token's runners serve; absent or empty: all. */
    public static final String PROJECTS = "projects";
    /** Registration token: how many registrations are left; absent: any number. */
    public static final String USES = "uses";

    /** Registration token: ranges from which its runners register; absent: any. */
    public static final String ADDRESSES = "addresses";

    public static final String CREATED_AT = "createdAt";
    /** By the store's clock. */
    public static final String EXPIRES_AT = "expiresAt";

    public static final String REVOKED_AT = "revokedAt";
    /** API token: to a minute. */
    public static final String LAST_USED_AT = "lastUsedAt";
    /** API token: whether it is a bait. */
    public static final String DECOY = "decoy";

    private TokenFields() {}
}
