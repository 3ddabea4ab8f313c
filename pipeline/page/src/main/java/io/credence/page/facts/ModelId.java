package io.credence.page.facts;

/**
 * Which model it is.
 *
 * @param digest the SHA-256 of its folder, in hexadecimal digits
 */
public record ModelId(String name, String version, String digest) {

  @Override
  public String toString() {
    return name + " " + version;
  }
}
