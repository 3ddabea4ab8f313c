package io.credence.cli.options;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that an option takes numbers, each for all outputs of a model, such as {@code 15}, or for
 * one of them, such as {@code loss:1000}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface PerOutput {

  /** Whether they are whole numbers. */
  boolean whole() default false;
}
