package dev.limbeck.cli;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;
import dev.limbeck.testsupport.TestSqlite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every story of {@code src/test/resources/stories} on its databases; see {@link Story}. With
 * {@code -Dlimbeck.story=NAME} only those whose name begins so.
 */
class StoriesTest {

  @TempDir private Path directory;

  @TestFactory
  List<DynamicTest> stories() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/stories"))) {
      String wanted = System.getProperty("limbeck.story", "");
      for (Path file :
          files
              .filter(each -> each.getFileName().toString().startsWith(wanted))
              .sorted()
              .toList()) {
        Story story = Story.read(file);
        for (String kind : story.databases()) {
          tests.add(DynamicTest.dynamicTest(story.name() + " on " + kind, () -> run(story, kind)));
        }
      }
    }
    return tests;
  }

  private void run(Story story, String kind) throws IOException {
    Path project =
        Files.createDirectories(directory.toRealPath().resolve(story.name() + "-" + kind));
    try (TestDatabase database =
        kind.equals("postgresql") ? TestPostgres.freshDatabase() : TestSqlite.fresh(directory)) {
      new StoryRun(story, project, database).run();
    }
  }
}
