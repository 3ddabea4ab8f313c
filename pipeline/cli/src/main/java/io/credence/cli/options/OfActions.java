package io.credence.cli.options;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The actions of {@code credence registry} that an option is for; without it, all are. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface OfActions {

  /** Those that can't do without it. */
  RegistryVerb[] required() default {};

  /** Those that take it. */
  RegistryVerb[] optional() default {};
}
