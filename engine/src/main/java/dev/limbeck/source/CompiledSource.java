package dev.limbeck.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The classes of one source file, and what they depend on.
 *
 * @param sources the hash of every source file that was compiled with it, itself included
 * @param inputs the stamp of every file of the class path that was read for it
 * @param classes the class files by binary name
 */
record CompiledSource(
    Map<String, String> sources, Map<String, String> inputs, Map<String, byte[]> classes) {
  private static final String FORMAT = "limbeck-classes-1";
  private static final int HASH_BYTES = 32;

  CompiledSource {
    sources = new LinkedHashMap<>(sources);
    inputs = new LinkedHashMap<>(inputs);
    classes = new LinkedHashMap<>(classes);
  }

  /** The stamp by which a file of the class path is recognised. */
  static String stamp(Path file) throws IOException {
    return FileStamp.of(file).toString();
  }

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(FORMAT);
      writeTexts(out, sources);
      writeTexts(out, inputs);
      out.writeInt(classes.size());
      for (Map.Entry<String, byte[]> type : classes.entrySet()) {
        writeBytes(out, type.getKey().getBytes(UTF_8));
        writeBytes(out, type.getValue());
      }
      out.write(Digest.of(bytes.toByteArray()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IOException where these are not the bytes of a compiled source
   */
  static CompiledSource fromBytes(byte[] bytes) throws IOException {
    int length = bytes.length - HASH_BYTES;
    boolean whole =
        length > 0
            && Arrays.equals(
                Digest.of(Arrays.copyOf(bytes, length)),
                Arrays.copyOfRange(bytes, length, bytes.length));
    if (!whole) {
      throw new IOException("damaged");
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (!in.readUTF().equals(FORMAT)) {
        throw new IOException("of another format");
      }
      Map<String, String> sources = readTexts(in);
      Map<String, String> inputs = readTexts(in);
      Map<String, byte[]> classes = new LinkedHashMap<>();
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        classes.put(new String(readBytes(in), UTF_8), readBytes(in));
      }
      return new CompiledSource(sources, inputs, classes);
    }
  }

  private static void writeTexts(DataOutputStream out, Map<String, String> texts)
      throws IOException {
    out.writeInt(texts.size());
    for (Map.Entry<String, String> text : texts.entrySet()) {
      writeBytes(out, text.getKey().getBytes(UTF_8));
      writeBytes(out, text.getValue().getBytes(UTF_8));
    }
  }

  private static Map<String, String> readTexts(DataInputStream in) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      texts.put(new String(readBytes(in), UTF_8), new String(readBytes(in), UTF_8));
    }
    return texts;
  }

  private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }
}
