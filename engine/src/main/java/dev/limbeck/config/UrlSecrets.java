package dev.limbeck.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The passwords of a database's address, and what hides them: that between {@code ://user:} and
 * {@code @}, and the values of parameters that are named as passwords, secrets, keys or tokens,
 * whether {@code ?}, {@code &} or {@code ;} stands before them.
 */
final class UrlSecrets {
  private static final String HIDDEN = "***";

  /** What tells of a secret wherever it stands in a name. */
  private static final List<String> PARTS =
      List.of("password", "passwd", "passphrase", "pwd", "secret", "token", "credential");

  /** What tells of one at the end of a word: {@code sslkey} is one, {@code passfile} is none. */
  private static final List<String> ENDS = List.of("pass", "key", "keys");

  /** Parameters of SQLite's driver that only look like secrets. */
  private static final Set<String> HARMLESS =
      Set.of("foreign_keys", "defer_foreign_keys", "hexkey_mode");

  private final String masked;
  private final Set<String> secrets;

  private UrlSecrets(String masked, Set<String> secrets) {
    this.masked = masked;
    this.secrets = secrets;
  }

  static UrlSecrets of(String url) {
    Set<String> secrets =
        new TreeSet<>(
            Comparator.comparingInt(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
    String masked = withoutParameters(withoutUserInfo(url, secrets), secrets);
    return new UrlSecrets(masked, secrets);
  }

  /** True for the name of a parameter that holds a secret. */
  static boolean isSecret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !HARMLESS.contains(lower)
        && (PARTS.stream().anyMatch(lower::contains)
            || words(name).stream().anyMatch(word -> ENDS.stream().anyMatch(word::endsWith)));
  }

  /** The words of a name, which other characters or capitals divide: {@code apiKey}, api_key. */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean begins =
          Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1));
      if (begins || !Character.isLetter(c)) {
        words.add(word.toString());
        word.setLength(0);
      }
      if (Character.isLetter(c)) {
        word.append(Character.toLowerCase(c));
      }
    }
    words.add(word.toString());
    return words;
  }

  /** The address without secrets. */
  String masked() {
    return masked;
  }

  /** Adds a secret that is known from elsewhere. */
  void add(String secret) {
    if (!secret.isBlank()) {
      secrets.add(secret);
    }
  }

  /** A text in which the secrets are hidden, long ones first. */
  String hide(String text) {
    String hidden = text;
    for (String secret : secrets) {
      hidden = hidden.replace(secret, HIDDEN);
    }
    return hidden;
  }

  private static String withoutUserInfo(String url, Set<String> secrets) {
    int authority = url.indexOf("://") + 3;
    int query = url.indexOf('?');
    int at = query < 0 ? url.lastIndexOf('@') : url.lastIndexOf('@', query);
    if (at < 0 && query >= 0) {
      int later = url.lastIndexOf('@');
      at = later > 0 && url.indexOf('=', query) > later ? later : -1;
    }
    int colon = url.indexOf(':', authority);
    if (authority < 3 || at < authority || colon < 0 || colon > at) {
      return url;
    }
    remember(url.substring(colon + 1, at), secrets);
    return url.substring(0, colon + 1) + HIDDEN + url.substring(at);
  }

  private static String withoutParameters(String url, Set<String> secrets) {
    StringBuilder masked = new StringBuilder();
    int start = separator(url, 0, "?&;");
    masked.append(url, 0, start);
    while (start < url.length()) {
      // Behind an ampersand a semicolon may be part of a value, and so of a password.
      boolean query = url.charAt(start) != ';';
      int equals = url.indexOf('=', start);
      boolean secret =
          equals >= 0
              && equals < separator(url, start + 1, "?&;")
              && isSecret(url.substring(start + 1, equals));
      int end = separator(url, start + 1, query && secret ? "&" : "&;");
      if (secret) {
        remember(url.substring(equals + 1, end), secrets);
        remember(url.substring(equals + 1, separator(url, equals + 1, "&;")), secrets);
        masked.append(url, start, equals + 1).append(HIDDEN);
      } else {
        masked.append(url, start, end);
      }
      start = end;
    }
    return masked.toString();
  }

  /** The next place of one of the separators, or the end. */
  private static int separator(String url, int from, String separators) {
    int at = from;
    while (at < url.length() && separators.indexOf(url.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static void remember(String secret, Set<String> secrets) {
    if (secret.isBlank()) {
      return;
    }
    secrets.add(secret);
    try {
      String decoded = URLDecoder.decode(secret.replace("+", "%2B"), StandardCharsets.UTF_8);
      if (!decoded.isBlank()) {
        secrets.add(decoded);
      }
    } catch (IllegalArgumentException e) {
      // A percent sign that begins no escape stands for itself: the secret is as it is written.
      secrets.add(secret);
    }
  }
}
