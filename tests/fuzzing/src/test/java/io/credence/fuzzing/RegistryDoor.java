package io.credence.fuzzing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.credence.deadletter.UnscorableException;
import io.credence.messages.MessageFormat;
import io.credence.messages.encoding.Encoding;
import io.credence.score.ScoreColumns;
import io.credence.score.Scorer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** What a registry answers to every question, asked for the schema of a message. */
final class RegistryDoor implements Door {

  private static final byte[] MESSAGE = {0, 0, 0, 0, 1, 2, 4, 'a', 2, 0, 0, 0};

  private final List<String> fields = Scorer.of(Slopes.MODEL, Slopes.SPEC).fields();
  private final ScoreColumns columns = ScoreColumns.of(Slopes.MODEL, Slopes.SPEC);
  private final URI url;
  private final MessageFormat format;
  private volatile byte[] answer = {};

  RegistryDoor() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    this.url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    this.format = new Encoding.AvroRegistry(url).asInput();
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Override
  public String enter(byte[] bytes) {
    answer = bytes;
    try {
      format.open(fields, columns, Map.of()).read(MESSAGE);
      return "read";
    } catch (UnscorableException e) {
      return Refusal.of(e);
    } catch (IOException e) {
      return Refusal.of(e, url.toString());
    }
  }
}
