package io.signalbox.gateway.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** What hostile values look like. */
final class Payloads {
    /** Text, for addresses, parameters and fields. */
    static final List<String> TEXTS = List.of(
            "{\"$gt\":\"\"}",
            "{\"$where\":\"sleep(1000)\"}",
            "$where",
            "$ne",
            "'; return true; //",
            "' || '1'=='1",
            "../../../../etc/passwd",
            "..%2f..%2f..%2fetc%2fpasswd",
            "....//....//etc/shadow",
            "/etc/passwd\0.txt",
            "\u001b[31mred\u001b[0m",
            "\u001b]0;title\u0007\u001b[2J",
            "\r\nSet-Cookie: session=mine",
            "\r\n\r\nHTTP/1.1 200 OK",
            "\0",
            "a".repeat(3_000),
            "((a+)+)+$",
            "(a|aa)+".repeat(100),
            "!".repeat(101),
            "-".repeat(99) + "!",
            "a" + "._".repeat(60),
            "=".repeat(500),
            "<script>alert(1)</script>",
            "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
            "${jndi:ldap://127.0.0.1/x}",
            "${7*7}",
            "#{7*7}",
            "{{7*7}}",
            "`id`",
            "$(id)",
            "%s%s%s%n",
            "\u202etxt.exe",
            "\ufeff",
            "\ud83d\ude80".repeat(300),
            "A\u0308".repeat(200),
            "-1",
            "99999999999999999999",
            "9223372036854775807",
            "1e400",
            "NaN",
            "0x10",
            "null",
            "true",
            "[]",
            "{}",
            "",
            " ",
            ".",
            "..",
            "__proto__",
            "constructor",
            "2026-13-45T99:99:99Z",
            "+1000000000-01-01T00:00:00Z",
            "P99999999999999Y",
            "PT-1S",
            "bytes=0-0,1-1,2-2,3-3",
            "bytes=-99999999999999999999",
            "bytes=5-1");

    /** JSON, for the place of any value. */
    static final List<String> VALUES = List.of(
            "{\"$gt\":\"\"}",
            "{\"$where\":\"while(true){}\"}",
            "{\"$ne\":null}",
            "{\"$regex\":\"^(a+)+$\"}",
            "{\"$set\":{\"state\":\"passed\"}}",
            "[{\"$in\":[]}]",
            "{}",
            "[]",
            "null",
            "true",
            "0",
            "-1",
            "-0.0",
            "1.5",
            "2147483648",
            "9223372036854775808",
            "1e308",
            "1e999999",
            "123456789012345678901234567890123456789012345678901234567890",
            "\"\"",
            "\"\\u0000\"",
            "\"\\u001b[2J\"",
            "\"\\ud800\"",
            "\"" + "x".repeat(70_000) + "\"",
            "[null]",
            "[[[]]]",
            "[" + "\"a\",".repeat(5_000) + "\"a\"]",
            "{" + "\"a\":".repeat(1) + "{}}",
            "[".repeat(60) + "]".repeat(60),
            "[".repeat(20_000),
            "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
            "{\"@class\":\"x.Y\",\"@type\":\"x.Y\"}",
            "{\"__proto__\":{\"role\":\"admin\"}}",
            "NaN",
            "undefined",
            "'single'",
            "\"unfinished");

    /** Names of fields that callers do not set: each with a value that somebody would like to have there. */
    static final List<String> ASSIGNED = List.of(
            "\"state\":\"passed\"",
            "\"_id\":\"x\"",
            "\"id\":\"0198c5f0-8b1e-7c3a-9f00-2b7d5c1e4a10\"",
            "\"version\":99",
            "\"fence\":-1",
            "\"admin\":true",
            "\"scope\":\"everything\"",
            "\"hash\":\"00\"",
            "\"createdAt\":\"1970-01-01T00:00:00Z\"",
            "\"attempts\":[]",
            "\"outbox\":[]",
            "\"retryOf\":null",
            "\"$set\":{\"state\":\"passed\"}",
            "\"$where\":\"1\"",
            "\"a.b\":1",
            "\"\":1",
            "\"constructor\":{}");

    /** Request lines and headers that no client of ours would send. */
    static final List<String> HARDLY_HTTP = List.of(
            "GET /api/v1/tasks/../../../../etc/passwd HTTP/1.1\r\nHost: x",
            "GET //api/v1/me HTTP/1.1\r\nHost: x",
            "GET /api/v1/tasks/%2e%2e/%2e%2e/me HTTP/1.1\r\nHost: x",
            "GET /api/v1/tasks;a=b/x HTTP/1.1\r\nHost: x",
            "GET /api/v1/%00 HTTP/1.1\r\nHost: x",
            "GET http://169.254.169.254/latest HTTP/1.1\r\nHost: x",
            "GET /api/v1/me HTTP/1.1\r\nHost: x\r\nHost: y",
            "GET /api/v1/me HTTP/9.9\r\nHost: x",
            "GET /api/v1/me HTTP/1.1",
            "G\u0001T /api/v1/me HTTP/1.1\r\nHost: x",
            "POST /api/v1/tasks HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked",
            "POST /api/v1/tasks HTTP/1.1\r\nHost: x\r\nContent-Length: -1",
            "POST /api/v1/tasks HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999",
            "POST /api/v1/tasks HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip",
            "TRACE /api/v1/me HTTP/1.1\r\nHost: x",
            "CONNECT example.org:443 HTTP/1.1\r\nHost: x",
            "PRI * HTTP/2.0\r\nHost: x",
            "OPTIONS * HTTP/1.1\r\nHost: x",
            "GET /api/v1/me HTTP/1.1\r\nHost: x\r\n folded: header",
            "GET /api/v1/me HTTP/1.1\r\nHost: x\r\nX: a\u0000b",
            "GET /api/v1/me?a=%zz HTTP/1.1\r\nHost: x");

    private Payloads() {}

    /** Few bytes that become many. */
    static byte[] bomb() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write("{\"commands\":[\"".getBytes(StandardCharsets.US_ASCII));
            byte[] zeros = new byte[1024 * 1024];
            Arrays.fill(zeros, (byte) 'x');
            for (int i = 0; i < 100; i++) {
                gzip.write(zeros);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
