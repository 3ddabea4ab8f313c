package io.credence.server.reload;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** The signal by which a process is asked to read its files again. */
public final class HangUp {

  private static final String NAME = "HUP";

  private HangUp() {}

  /**
   * Does something at each SIGHUP, on a thread of its own. By reflection: of the class that every
   * JDK has for it, a compiler warns.
   *
   * @throws ReflectiveOperationException when this Java has no such class
   * @throws IllegalArgumentException when this machine has no such signal, Java uses it (-Xrs), or
   *     the process ignores it (nohup)
   */
  public static void run(Runnable action) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    InvocationHandler handle =
        (proxy, method, arguments) -> {
          if (method.getName().equals("handle")) {
            action.run();
            return null;
          }
          return method.getName().equals("equals")
              ? proxy == arguments[0]
              : HangUp.class.hashCode();
        };
    Object proxy =
        Proxy.newProxyInstance(HangUp.class.getClassLoader(), new Class<?>[] {handler}, handle);
    try {
      Object hangUp = signal.getConstructor(String.class).newInstance(NAME);
      Object before = signal.getMethod("handle", signal, handler).invoke(null, hangUp, proxy);
      // What was started to outlive its terminal gets no SIGHUP, and Java leaves it so.
      if (handler.getField("SIG_IGN").get(null).equals(before)) {
        throw new IllegalArgumentException(
            "this process was started to ignore it, as by nohup; start it by setsid");
      }
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw e;
    }
  }
}
