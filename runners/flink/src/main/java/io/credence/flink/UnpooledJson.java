package io.credence.flink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Lets Beam read and write its options without a buffer that stays with the thread. A JobManager
 * reads the options of each job in threads that outlive it, and such a buffer would keep all
 * classes of the job.
 *
 * <p>Beam asks for modules of Jackson by way of {@code META-INF/services}, so this one must be
 * public.
 */
public final class UnpooledJson extends Module {

  @Override
  public String getModuleName() {
    return UnpooledJson.class.getName();
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  @SuppressWarnings("deprecation") // What replaces it is for mappers that one builds oneself.
  public void setupModule(SetupContext context) {
    ObjectMapper mapper = context.getOwner();
    mapper.getFactory().disable(JsonFactory.Feature.USE_THREAD_LOCAL_FOR_BUFFER_RECYCLING);
  }
}
