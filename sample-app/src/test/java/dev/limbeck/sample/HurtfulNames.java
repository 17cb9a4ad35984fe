package dev.limbeck.sample;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names of tables and columns that hurt programs which put SQL, Java or paths together. */
final class HurtfulNames {
  private static final int LONGEST = 63;

  private HurtfulNames() {}

  /** At least 200 that both databases take, all different whatever their case. */
  static List<String> all() {
    Set<String> names = new LinkedHashSet<>();
    names.addAll(reserved());
    names.addAll(punctuation());
    names.addAll(unicode());
    names.addAll(lengths());
    return List.copyOf(names);
  }

  private static List<String> reserved() {
    return List.of(
        ("select from where table order group user column check primary foreign references default"
                + " null true false index constraint create drop alter join on using left natural"
                + " window over partition analyze verbose limit offset fetch values returning"
                + " current_user session_user grant end case when isnull notnull collate glob abort"
                + " rowid int integer text varchar boolean date timestamp interval array row set all"
                + " any some distinct union except intersect having by as asc desc between in is like"
                + " not and or exists unique key cascade restrict action trigger view sequence schema"
                + " database begin commit rollback transaction class public void static new return"
                + " package import enum record sealed permits var this super goto const"
                + " strictfp assert")
            .split(" "));
  }

  private static List<String> punctuation() {
    return List.of(
        "two words",
        " leading",
        "trailing ",
        " ",
        "   ",
        "it's",
        "'",
        "''",
        "'; drop table x; --",
        "say \"hi\"",
        "\"",
        "\"\"",
        "\"\"\"",
        "a\"\"\"b",
        "semi;colon",
        ";",
        ";;",
        "-- comment",
        "a--b",
        "--",
        "/* open",
        "close */",
        "/*both*/",
        "//",
        "# hash",
        "dot.dot",
        ".",
        "..",
        "a.b.c",
        ".begins",
        "ends.",
        "comma,comma",
        "(paren",
        "paren)",
        "()",
        "[bracket]",
        "]",
        "{brace}",
        "{batch}",
        "${variable}",
        "$",
        "$$",
        "$tag$",
        "a$b",
        "$1",
        "?",
        "??",
        "a?b",
        ":named",
        "::cast",
        "@at",
        "%s",
        "%n%d",
        "%%",
        "100%",
        "back\\slash",
        "\\",
        "\\n",
        "\\u0041",
        "\\\\",
        "trailing\\",
        "slash/slash",
        "../up",
        "a=b",
        "=",
        "a:b",
        "key=value",
        "!bang",
        "& amp",
        "<xml>",
        "a|b",
        "~",
        "^",
        "+",
        "-",
        "*",
        "_",
        "__",
        "1",
        "1st",
        "0x10",
        "1e5",
        "-1",
        "tab\tin",
        "bell\u0007",
        "escape\u001b[31m",
        "delete\u007f",
        "E'x'",
        "x'00'",
        "U&x",
        "nul\\0",
        "createdAt",
        "MixedCase",
        "UPPER",
        "sqlite",
        "pg_class_",
        "information_schema_");
  }

  private static List<String> unicode() {
    return List.of(
        "größe",
        "ÄÖÜ",
        "straße",
        "ñandú",
        "e\u0301te\u0301",
        "\u00e9t\u00e9",
        "a\u0300\u0301\u0302\u0303",
        "\u0301begins",
        "שלום",
        "مرحبا",
        "rtl\u202eoverride",
        "zero\u200bwidth",
        "join\u200der",
        "soft\u00adhyphen",
        "no\u00a0break",
        "thin\u2009space",
        "line\u2028separator",
        "paragraph\u2029separator",
        "next\u0085line",
        "bom\ufeffinside",
        "日本語",
        "中文表",
        "한국어",
        "русский",
        "ελληνικά",
        "ไทย",
        "हिन्दी",
        "🚲",
        "👨\u200d👩\u200d👧",
        "🇩🇪",
        "𝒜lgebra",
        "ı",
        "İstanbul",
        "ſ",
        "Kelvin\u212a",
        "ﬁ",
        "Ⅷ",
        "\u2019curly",
        "\uff1bwide",
        "\u037e");
  }

  private static List<String> lengths() {
    List<String> names = new ArrayList<>();
    names.add("x");
    names.add("n".repeat(LONGEST - 1));
    names.add("m".repeat(LONGEST));
    names.add("ü".repeat(LONGEST / 2));
    names.add("ü".repeat(LONGEST / 2) + "x");
    names.add("語".repeat(LONGEST / 3));
    names.add("🚲".repeat(LONGEST / 4) + "abc");
    names.add("\"".repeat(LONGEST));
    names.add("'".repeat(LONGEST));
    names.add(" ".repeat(LONGEST));
    return names;
  }

  /** How many bytes PostgreSQL needs for it. */
  static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
