package org.pergola.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;

/** Requests as somebody would make them who is no browser of ours: header by header. */
final class Wire {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI base;

    Wire(URI base) {
        this.base = base;
    }

    /** @param headers names and values in turn */
    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> withToken(String path, String token) {
        return get(path, "Authorization", "Bearer " + token);
    }

    HttpResponse<String> post(String path, String cookie, String header, String value) {
        return send(HttpRequest.newBuilder(base.resolve(path)).POST(BodyPublishers.ofString("{}"))
                .headers("Cookie", cookie, "Content-Type", "application/json; charset=UTF-8", header, value));
    }

    /** @return what a handshake is answered with; 101 where it is taken */
    int webSocket(String cookie, String header, String value) {
        URI address = URI.create(base.toString().replaceFirst("^http", "ws") + "VAADIN/push?v-r=push&v-uiId=0");
        try {
            CLIENT.newWebSocketBuilder().header("Cookie", cookie).header(header, value)
                    .buildAsync(address, new WebSocket.Listener() { }).join().abort();
            return 101;
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw failed;
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
