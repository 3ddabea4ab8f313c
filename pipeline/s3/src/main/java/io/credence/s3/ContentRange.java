package io.credence.s3;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.NonRetryableException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** What an answer says of the object that it holds a range of (RFC 9110, 14.4). */
final class ContentRange {

  private static final Pattern FORM = Pattern.compile("bytes .*/(\\d+)");

  private ContentRange() {}

  /** The size of the whole object. */
  static long total(GetObjectResponse answer) {
    String range = answer.contentRange();
    if (range == null && answer.contentLength() != null) {
      return answer.contentLength(); // All of it, as some stores answer where it is short.
    }
    Matcher form = FORM.matcher(String.valueOf(range));
    if (!form.matches()) {
      throw NonRetryableException.create("the store answers with a range without a size: " + range);
    }
    return Long.parseLong(form.group(1));
  }
}
