package dev.limbeck.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * A target such as {@code -1}, which looks like an option. Commands that take one let unknown
 * options pass as targets, and refuse here those that are none.
 */
final class RelativeTarget {
  private RelativeTarget() {}

  /**
   * @throws ParameterException where the target is an option that the command does not have
   */
  static void check(String target, CommandSpec spec) {
    boolean option = target.startsWith("-");
    if (option && !(target.length() > 1 && Character.isDigit(target.charAt(1)))) {
      throw new ParameterException(spec.commandLine(), "Unknown option: '" + target + "'");
    }
  }
}
