package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassListTest {
  private static final String BOOT = " loader: [loader data: 0x7f of 'bootstrap'] bytes: 1";
  private static final String APP =
      " loader: [loader data: 0x7f for instance a"
          + " 'jdk/internal/loader/ClassLoaders$AppClassLoader'{0x0a}] bytes: 1";
  private static final String SCANNER =
      " loader: [loader data: 0x8f for instance a"
          + " 'dev/limbeck/scanner/loading/ScannerClassLoader'{0x0b}] bytes: 1";
  private static final String CORE = " source: file:/opt/l/lib/hibernate/core.jar";

  private static List<String> list(String... log) {
    return ClassList.of(
        "/opt/l/lib/hibernate/",
        List.of(log),
        List.of("# made by Java", "java/lang/Object", "dev/limbeck/Main", "@lambda-proxy x y"));
  }

  @Test
  void classes_of_hibernate_say_what_they_extend_and_where_they_are_from() {
    assertThat(
            list(
                "java.lang.Object source: jrt:/java.base",
                " klass: 0x1 super: 0x0" + BOOT,
                "java.io.Closeable source: jrt:/java.base",
                " klass: 0x2 super: 0x1" + BOOT,
                "dev.limbeck.Main source: file:/opt/l/lib/cli.jar",
                " klass: 0x3 super: 0x1" + APP,
                "org.hibernate.Session" + CORE,
                " klass: 0x4 super: 0x1 interfaces: 0x2" + SCANNER,
                "org.hibernate.Own" + CORE,
                " klass: 0x5 super: 0x4" + SCANNER))
        .containsExactly(
            "java/lang/Object id: 1",
            "java/io/Closeable id: 2",
            "dev/limbeck/Main id: 3",
            "org/hibernate/Session id: 4 super: 1 interfaces: 2 source:"
                + " /opt/l/lib/hibernate/core.jar",
            "org/hibernate/Own id: 5 super: 4 source: /opt/l/lib/hibernate/core.jar",
            "@lambda-proxy x y");
  }

  @Test
  void a_second_loader_gives_the_same_classes_their_numbers_again() {
    assertThat(
            list(
                "java.lang.Object source: jrt:/java.base",
                " klass: 0x1 super: 0x0" + BOOT,
                "org.hibernate.Session" + CORE,
                " klass: 0x4 super: 0x1" + SCANNER,
                "org.hibernate.Session" + CORE,
                " klass: 0x6 super: 0x1" + SCANNER,
                "org.hibernate.Own" + CORE,
                " klass: 0x7 super: 0x6" + SCANNER))
        .contains("org/hibernate/Own id: 3 super: 2 source: /opt/l/lib/hibernate/core.jar");
  }

  @Test
  void what_is_made_at_run_time_or_comes_from_elsewhere_is_left_out() {
    assertThat(
            list(
                "java.lang.Object source: jrt:/java.base",
                " klass: 0x1 super: 0x0" + BOOT,
                "org.hibernate.A$$Lambda/0x0001 source: org.hibernate.A",
                " klass: 0x2 super: 0x1" + SCANNER,
                "shop.Customer source: file:/home/me/classes/",
                " klass: 0x3 super: 0x1" + SCANNER,
                "org.hibernate.OfCustomer" + CORE,
                " klass: 0x4 super: 0x3" + SCANNER))
        .containsExactly("java/lang/Object id: 1", "dev/limbeck/Main", "@lambda-proxy x y");
  }
}
