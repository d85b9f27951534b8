package io.signalbox.gateway.adapter.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import org.springframework.boot.ssl.SslStoreBundle;

/** A server's key with its certificate and that of its authority; it lives in memory only. */
public record ServerIdentity(PrivateKey key, X509Certificate certificate, X509Certificate authority) {
    private static final String ALIAS = "gateway";

    /** The same in the form that the web server takes. */
    public SslStoreBundle toStores() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            char[] password = ALIAS.toCharArray();
            store.setKeyEntry(ALIAS, key, password, new Certificate[] {certificate, authority});
            return SslStoreBundle.of(store, ALIAS, null);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("cannot hold a certificate in memory", e);
        }
    }
}
