package io.credence.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guide by kind of model shows the gallery's models as they stand, each of them once. */
class ModelsByKindTest {

  private static final Path GUIDE = Path.of("../../docs/models-by-kind.md");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");

  @Test
  void theGuideShowsTheGallery() throws IOException {
    List<String> examples = new ArrayList<>();
    Matcher example = EXAMPLE.matcher(Files.readString(GUIDE));
    while (example.find()) {
      examples.add(example.group(1));
    }
    List<String> models = new ArrayList<>();
    for (Gallery gallery : Gallery.all()) {
      models.add(gallery.yaml());
    }
    assertThat(examples).containsExactlyInAnyOrderElementsOf(models);
  }

  @Test
  void theTableOfTheGalleryHasARowForEachModel() throws IOException {
    String table = Files.readString(Path.of("../../samples/gallery/README.md"));
    assertThat(Gallery.all()).allSatisfy(each -> assertThat(table).contains("| `" + each + "` |"));
  }
}
