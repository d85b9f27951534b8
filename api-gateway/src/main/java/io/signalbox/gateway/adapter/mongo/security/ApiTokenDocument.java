package io.signalbox.gateway.adapter.mongo.security;

import io.signalbox.gateway.access.Grant;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.access.Scope;
import io.signalbox.gateway.security.ApiToken;
import io.signalbox.model.id.ProjectName;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * An API token in the store: {@code {_id, kind: "api", hash, prefix, name, role, projects, decoy, createdAt, expiresAt, revokedAt,
 * lastUsedAt}}; the last three only when there is such a time, {@code projects} only for a token that is not for all.
 */
final class ApiTokenDocument {
    static final String KIND = "api";

    private ApiTokenDocument() {}

    static Document of(ApiToken token) {
        Document document = new Document(TokenFields.ID, token.id())
                .append(TokenFields.KIND, KIND)
                .append(TokenFields.HASH, token.hash())
                .append(TokenFields.PREFIX, token.prefix())
                .append(TokenFields.NAME, token.name())
                .append(TokenFields.ROLE, token.grant().role().wire())
                .append(TokenFields.DECOY, token.decoy())
                .append(TokenFields.CREATED_AT, Date.from(token.life().createdAt()));
        List<String> projects =
                token.grant().scope().listed().stream().map(ProjectName::value).toList();
        if (!projects.isEmpty()) {
            document.append(TokenFields.PROJECTS, projects);
        }
        token.life().expiresAt().ifPresent(end -> document.append(TokenFields.EXPIRES_AT, Date.from(end)));
        return document;
    }

    static ApiToken read(Document document) {
        Scope scope = Scope.of(document.getList(TokenFields.PROJECTS, String.class, List.of()).stream()
                .map(ProjectName::new)
                .toList());
        return new ApiToken(
                document.getString(TokenFields.ID),
                document.getString(TokenFields.HASH),
                document.getString(TokenFields.PREFIX),
                document.getString(TokenFields.NAME),
                new Grant(Role.of(document.getString(TokenFields.ROLE)), scope),
                document.getBoolean(TokenFields.DECOY, false),
                new ApiToken.Life(
                        document.getDate(TokenFields.CREATED_AT).toInstant(),
                        time(document, TokenFields.EXPIRES_AT),
                        time(document, TokenFields.REVOKED_AT),
                        time(document, TokenFields.LAST_USED_AT)));
    }

    private static Optional<Instant> time(Document document, String field) {
        return Optional.ofNullable(document.getDate(field)).map(Date::toInstant);
    }
}
