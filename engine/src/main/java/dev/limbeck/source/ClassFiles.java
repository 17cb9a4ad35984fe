package dev.limbeck.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The class files that a loaded revision was made of. */
final class ClassFiles {
  private static final System.Logger LOG = System.getLogger(ClassFiles.class.getName());

  private ClassFiles() {}

  /**
   * The hash of a class and of all classes inside, whatever order they are found in; null where a
   * class file is not there to be read, as for classes that were made at run time.
   */
  static @Nullable ContentHash hash(Class<?> type) {
    try {
      Class<?>[] members = type.getNestMembers();
      Arrays.sort(members, Comparator.comparing(Class::getName));
      List<byte[]> parts = new ArrayList<>();
      for (Class<?> member : members) {
        byte[] content = content(member);
        if (content == null) {
          return null;
        }
        parts.add((member.getName() + " " + content.length + "\n").getBytes(UTF_8));
        parts.add(content);
      }
      return new ContentHash(
          ContentHash.Kind.CLASS, Digest.hex(parts.toArray(new byte[parts.size()][])));
    } catch (IOException | LinkageError e) {
      LOG.log(System.Logger.Level.DEBUG, "The class file cannot be read: " + type, e);
      return null;
    }
  }

  private static byte @Nullable [] content(Class<?> type) throws IOException {
    String file = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(file)) {
      return in == null ? null : in.readAllBytes();
    }
  }
}
