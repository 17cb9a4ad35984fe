package dev.limbeck.sample.entity;

/**
 * An international standard book number: thirteen digits, the last of which checks the others.
 *
 * @param digits the digits without hyphens
 */
public record Isbn(String digits) {

  public Isbn {
    if (digits.length() != 13 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("an ISBN has 13 digits: " + digits);
    }
    int sum = 0;
    for (int i = 0; i < 13; i++) {
      sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    if (sum % 10 != 0) {
      throw new IllegalArgumentException("the check digit of this ISBN is wrong: " + digits);
    }
  }

  /** Reads an ISBN that may be written with hyphens. */
  public static Isbn of(String text) {
    return new Isbn(text.replace("-", ""));
  }
}
