package io.credence.messages.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** The text of an answer, which is none when it is too long to be one, or not UTF-8. */
final class LimitedText implements BodySubscriber<String> {

  private final BodySubscriber<byte[]> content = BodySubscribers.ofByteArray();
  private final long maxBytes;
  private long bytes;
  private @Nullable Subscription subscription;

  LimitedText(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public CompletionStage<String> getBody() {
    return content.getBody().thenApply(LimitedText::text);
  }

  private static String text(byte[] utf8) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new CompletionException(new IOException("the answer is not UTF-8", e));
    }
  }

  @Override
  public void onSubscribe(Subscription begun) {
    subscription = begun;
    content.onSubscribe(begun);
  }

  @Override
  public void onNext(List<ByteBuffer> part) {
    bytes += part.stream().mapToLong(ByteBuffer::remaining).sum();
    if (bytes <= maxBytes) {
      content.onNext(part);
    } else if (subscription != null) {
      subscription.cancel();
      content.onError(new IOException("the answer has more than %s bytes".formatted(maxBytes)));
    }
  }

  @Override
  public void onError(Throwable failure) {
    content.onError(failure);
  }

  @Override
  public void onComplete() {
    content.onComplete();
  }
}
