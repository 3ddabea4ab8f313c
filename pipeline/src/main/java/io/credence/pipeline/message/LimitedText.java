package io.credence.pipeline.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** The text of an answer, which is given up when it is too long to be one. */
final class LimitedText implements BodySubscriber<String> {

  private final BodySubscriber<String> text = BodySubscribers.ofString(UTF_8);
  private final long maxBytes;
  private long bytes;
  private @Nullable Subscription subscription;

  LimitedText(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public CompletionStage<String> getBody() {
    return text.getBody();
  }

  @Override
  public void onSubscribe(Subscription begun) {
    subscription = begun;
    text.onSubscribe(begun);
  }

  @Override
  public void onNext(List<ByteBuffer> part) {
    bytes += part.stream().mapToLong(ByteBuffer::remaining).sum();
    if (bytes <= maxBytes) {
      text.onNext(part);
    } else if (subscription != null) {
      subscription.cancel();
      text.onError(
          new IOException(
              String.format(Locale.ROOT, "what answers sends more than %,d bytes", maxBytes)));
    }
  }

  @Override
  public void onError(Throwable failure) {
    text.onError(failure);
  }

  @Override
  public void onComplete() {
    text.onComplete();
  }
}
