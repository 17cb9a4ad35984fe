package dev.limbeck.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.limbeck.LimbeckException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/** The file of the settings and the {@code .env} file beside it. */
final class SettingsFile {
  private SettingsFile() {}

  static String content(Path file) {
    try {
      String text = Files.readString(file, UTF_8);
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new LimbeckException(
          "LMB-103",
          "There is no " + file + ".\n  Run `limbeck init` to make one, or name one with --config.",
          e);
    } catch (CharacterCodingException e) {
      throw new LimbeckException("LMB-103", file + " is not written in UTF-8.", e);
    } catch (IOException e) {
      throw new LimbeckException("LMB-103", file + " cannot be read.\n  " + e, e);
    }
  }

  static Map<String, String> dotEnv(Path file) {
    Path dotEnv = file.resolveSibling(".env");
    if (!Files.isRegularFile(dotEnv)) {
      return Map.of();
    }
    DotEnvText text = DotEnvText.parse(content(dotEnv));
    if (!text.problems().isEmpty()) {
      throw new LimbeckException(
          "LMB-104",
          "The variables in "
              + dotEnv
              + " cannot be read.\n  .env, "
              + String.join("\n  .env, ", text.problems()));
    }
    return text.values();
  }
}
