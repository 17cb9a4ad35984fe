package dev.limbeck.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Map.Entry;

/**
 * Speaks as much of PostgreSQL's protocol, version 3, as its driver needs to connect and to ask:
 * everything is allowed, and no query has rows.
 */
final class SilentServer implements AutoCloseable {
  private static final int ENCRYPTION = 80_877_103;
  private static final int GSS_ENCRYPTION = 80_877_104;
  private static final int TEXT = 25;

  private static final Map<String, String> PARAMETERS =
      Map.of(
          "server_version", "17.0",
          "server_encoding", "UTF8",
          "client_encoding", "UTF8",
          "DateStyle", "ISO, MDY",
          "TimeZone", "UTC",
          "integer_datetimes", "on",
          "standard_conforming_strings", "on");

  private final ServerSocket socket;

  private SilentServer(ServerSocket socket) {
    this.socket = socket;
  }

  /** Begins to listen, on a port of this machine that is free. */
  static SilentServer start() throws IOException {
    SilentServer server =
        new SilentServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    begin(server::accept);
    return server;
  }

  private static void begin(Runnable work) {
    Thread thread = new Thread(work, "limbeck-silent-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** A JDBC URL that leads here. */
  String url() {
    return "jdbc:postgresql://127.0.0.1:" + socket.getLocalPort() + "/silent?user=nobody";
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        begin(() -> serve(client));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private static void serve(Socket client) {
    try (client;
        DataInputStream in = new DataInputStream(client.getInputStream());
        DataOutputStream out = new DataOutputStream(client.getOutputStream())) {
      greet(in, out);
      int type = in.read();
      while (type >= 0 && type != 'X') {
        in.skipNBytes(in.readInt() - 4L);
        answer(type, out);
        type = in.read();
      }
    } catch (EOFException e) {
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void greet(DataInputStream in, DataOutputStream out) throws IOException {
    int length = in.readInt();
    int version = in.readInt();
    while (version == ENCRYPTION || version == GSS_ENCRYPTION) {
      out.write('N');
      length = in.readInt();
      version = in.readInt();
    }
    in.skipNBytes(length - 8L);
    send(out, 'R', body -> body.writeInt(0));
    for (Entry<String, String> parameter : PARAMETERS.entrySet()) {
      send(
          out,
          'S',
          body -> {
            text(body, parameter.getKey());
            text(body, parameter.getValue());
          });
    }
    send(out, 'K', body -> body.writeLong(1));
    ready(out);
  }

  /** By the type of a message; its content makes no difference. */
  private static void answer(int type, DataOutputStream out) throws IOException {
    switch (type) {
      case 'P' -> send(out, '1', body -> {});
      case 'B' -> send(out, '2', body -> {});
      case 'C' -> send(out, '3', body -> {});
      case 'D' -> send(out, 'T', SilentServer::oneColumn);
      case 'E' -> send(out, 'C', body -> text(body, "SELECT 0"));
      case 'S' -> ready(out);
      case 'Q' -> {
        send(out, 'C', body -> text(body, "SELECT 0"));
        ready(out);
      }
      default -> out.flush();
    }
  }

  private static void oneColumn(DataOutputStream body) throws IOException {
    body.writeShort(1);
    text(body, "nothing");
    body.writeInt(0);
    body.writeShort(0);
    body.writeInt(TEXT);
    body.writeShort(-1);
    body.writeInt(-1);
    body.writeShort(0);
  }

  private static void ready(DataOutputStream out) throws IOException {
    send(out, 'Z', body -> body.write('I'));
    out.flush();
  }

  /** What a message holds. */
  @FunctionalInterface
  private interface Body {
    void write(DataOutputStream body) throws IOException;
  }

  private static void send(DataOutputStream out, char type, Body body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    body.write(new DataOutputStream(bytes));
    out.write(type);
    out.writeInt(bytes.size() + 4);
    bytes.writeTo(out);
  }

  private static void text(DataOutputStream body, String text) throws IOException {
    body.write(text.getBytes(UTF_8));
    body.write(0);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
