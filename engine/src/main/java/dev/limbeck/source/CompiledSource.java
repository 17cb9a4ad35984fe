package dev.limbeck.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * The classes of one source file, and what they depend on.
 *
 * @param sources the hash of every source file that was compiled with it, itself included
 * @param inputs the stamp of every file of the class path that was read for it
 * @param classes the class files by binary name
 */
record CompiledSource(
    Map<String, String> sources, Map<String, String> inputs, Map<String, byte[]> classes) {
  private static final String FORMAT = "limbeck-classes-2 " + Runtime.version();
  private static final int SUM_BYTES = 8;

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
      out.writeLong(sum(bytes.toByteArray(), bytes.size()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IOException where these are not the bytes of a compiled source
   */
  static CompiledSource fromBytes(byte[] bytes) throws IOException {
    int length = bytes.length - SUM_BYTES;
    if (length <= 0 || sum(bytes, length) != ByteBuffer.wrap(bytes, length, SUM_BYTES).getLong()) {
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

  /** A checksum against damage; the processor computes it. */
  private static long sum(byte[] bytes, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, length);
    return sum.getValue();
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
