package io.credence.cli.options;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the help says of an option beside its description. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Explained {

  /** Its place in the help, from 1. */
  int order();

  /** What it is when it is left out, as it would be typed; or "required", or "none". */
  String byDefault();

  /** Which values it takes. */
  String range();

  /** As it would be typed. */
  String example();
}
