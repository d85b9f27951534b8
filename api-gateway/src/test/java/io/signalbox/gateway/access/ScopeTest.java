package io.signalbox.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.ProjectName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static final ProjectName SHOP = new ProjectName("shop");
    private static final ProjectName BANK = new ProjectName("bank");
    private static final Scope BOTH = Scope.of(List.of(SHOP, BANK));

    @Test
    void noNamesAreAllProjects() {
        assertThat(Scope.of(List.of())).isEqualTo(Scope.everything());
    }

    @Test
    void scopeIncludesItsPartsAlone() {
        Scope shop = Scope.of(List.of(SHOP));

        assertThat(BOTH.includes(shop)).isTrue();
        assertThat(shop.includes(BOTH)).isFalse();
        assertThat(BOTH.includes(Scope.everything())).isFalse();
        assertThat(Scope.everything().includes(BOTH)).isTrue();
    }

    @Test
    void filterNeverWidens() {
        Scope shop = Scope.of(List.of(SHOP));

        assertThat(shop.narrowedTo(Optional.of(BANK))).isEqualTo(new Scope.Only(Set.of()));
        assertThat(BOTH.narrowedTo(Optional.of(BANK)).listed()).containsExactly(BANK);
        assertThat(BOTH.narrowedTo(Optional.empty())).isEqualTo(BOTH);
        assertThat(Scope.everything().narrowedTo(Optional.of(SHOP))).isEqualTo(shop);
    }

    @Test
    void grantIncludesNoHigherRole() {
        Grant owner = new Grant(Role.OWNER, BOTH);

        assertThat(owner.includes(new Grant(Role.OPERATOR, Scope.of(List.of(SHOP)))))
                .isTrue();
        assertThat(owner.includes(new Grant(Role.ADMIN, BOTH))).isFalse();
        assertThat(owner.includes(new Grant(Role.VIEWER, Scope.everything()))).isFalse();
        assertThat(Grant.ADMIN.includes(owner)).isTrue();
    }
}
