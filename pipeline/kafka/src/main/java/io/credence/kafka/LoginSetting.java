package io.credence.kafka;

import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.jspecify.annotations.Nullable;

/**
 * The setting that names a login module, and its user and password. Kafka's complaints about it
 * quote a part of it, which may be a part of the password, so it is looked at before Kafka sees it.
 */
final class LoginSetting {

  private LoginSetting() {}

  /**
   * Requires that it can be read, when there is one.
   *
   * @throws IllegalArgumentException with nothing of it in its message
   */
  static void requireReadable(Map<String, ?> settings) {
    Object jaas = settings.get(SaslConfigs.SASL_JAAS_CONFIG);
    if (jaas != null
        && !isProvided(jaas.toString(), settings)
        && !isReadable(new Password(jaas.toString()))) {
      throw new IllegalArgumentException(
          SaslConfigs.SASL_JAAS_CONFIG
              + " must be the class of a login module, 'required', and its options, each with its"
              + " value in double quotes, and a semicolon: CLASS required username=\"USER\""
              + " password=\"PASSWORD\"; (it is not shown, since it may hold a password)");
    }
  }

  /** It stands somewhere else, such as in a mounted secret, from where Kafka's clients read it. */
  private static boolean isProvided(String jaas, Map<String, ?> settings) {
    return jaas.contains("${") && settings.containsKey(AbstractConfig.CONFIG_PROVIDERS_CONFIG);
  }

  private static boolean isReadable(Password jaas) {
    try {
      for (AppConfigurationEntry entry :
          JaasContext.loadClientContext(Map.of(SaslConfigs.SASL_JAAS_CONFIG, jaas))
              .configurationEntries()) {
        if (!isClass(entry.getLoginModuleName())) {
          return false;
        }
      }
      return true;
    } catch (RuntimeException e) {
      return false; // What it says may quote what must not be shown.
    }
  }

  private static boolean isClass(String name) {
    return isClass(name, Thread.currentThread().getContextClassLoader())
        || isClass(name, LoginSetting.class.getClassLoader());
  }

  private static boolean isClass(String name, @Nullable ClassLoader loader) {
    try {
      Class.forName(name, false, loader);
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
