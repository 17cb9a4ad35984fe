package dev.limbeck.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The passwords of a database's address, and what hides them: that between {@code ://user:} and
 * {@code @}, and the values of parameters that are named as passwords, secrets or tokens.
 */
final class UrlSecrets {
  private static final String HIDDEN = "***";
  private static final List<String> SECRET_NAMES = List.of("password", "pwd", "secret", "token");

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
    return SECRET_NAMES.stream().anyMatch(lower::contains);
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
    int query = url.indexOf('?');
    if (query < 0) {
      return url;
    }
    StringBuilder masked = new StringBuilder(url.substring(0, query + 1));
    int start = query + 1;
    while (start < url.length()) {
      int end = start;
      while (end < url.length() && url.charAt(end) != '&' && url.charAt(end) != ';') {
        end++;
      }
      masked.append(parameter(url.substring(start, end), secrets));
      if (end < url.length()) {
        masked.append(url.charAt(end));
      }
      start = end + 1;
    }
    return masked.toString();
  }

  private static String parameter(String parameter, Set<String> secrets) {
    int equals = parameter.indexOf('=');
    if (equals < 0 || !isSecret(parameter.substring(0, equals))) {
      return parameter;
    }
    remember(parameter.substring(equals + 1), secrets);
    return parameter.substring(0, equals + 1) + HIDDEN;
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
