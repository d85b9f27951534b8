package io.signalbox.gateway.config;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.home.Home;
import io.signalbox.gateway.adapter.home.KeyFile;
import io.signalbox.gateway.adapter.mongo.secret.MongoSecretStore;
import io.signalbox.gateway.adapter.mongo.webhook.MongoWebhookStore;
import io.signalbox.gateway.json.JsonBody;
import io.signalbox.gateway.secret.ChangeKey;
import io.signalbox.gateway.secret.KeyController;
import io.signalbox.gateway.secret.KeyRing;
import io.signalbox.gateway.secret.SealedValues;
import io.signalbox.gateway.secret.SecretController;
import io.signalbox.gateway.secret.Secrets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Secrets of projects. A key that is named but cannot be read stops the start. */
@Configuration(proxyBeanMethods = false)
class SecretConfiguration {

    @Bean
    KeyRing keyRing(Home home, GatewaySettings settings) {
        KeyFile file = new KeyFile(home, Optional.ofNullable(settings.masterKeyFile()));
        file.get();
        return new KeyRing(file, KeyFile.others(settings.otherMasterKeyFiles()));
    }

    @Bean
    Secrets secrets(Store store, KeyRing keys, InstantSource storeTime) {
        return new Secrets(new MongoSecretStore(store), keys, storeTime);
    }

    @Bean
    KeyController keyController(Store store, KeyRing keys) {
        List<SealedValues> kinds = List.of(MongoSecretStore.values(store), MongoWebhookStore.secrets(store));
        return new KeyController(keys, new ChangeKey(kinds, keys));
    }

    @Bean
    SecretController secretController(JsonBody json, Secrets secrets) {
        return new SecretController(json, secrets);
    }
}
