package dev.limbeck.cli;

import dev.limbeck.config.ConfigurationKey;
import dev.limbeck.config.LimbeckProperties;
import dev.limbeck.hook.HookClasses;
import dev.limbeck.hook.Hooks;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The hooks of a project: those of the settings and of the class path; loaded when first asked. */
final class ProjectHooks implements AutoCloseable {
  private final Supplier<LimbeckProperties> properties;
  private @Nullable HookClasses classes;
  private @Nullable Hooks hooks;

  ProjectHooks(Supplier<LimbeckProperties> properties) {
    this.properties = properties;
  }

  /**
   * The hooks.
   *
   * @throws dev.limbeck.LimbeckException LMB-290 where one cannot be loaded
   */
  Hooks get() {
    Hooks known = hooks;
    if (known == null) {
      LimbeckProperties settings = properties.get();
      HookClasses found =
          new HookClasses(
              settings.list(ConfigurationKey.AUTOGENERATE_HOOKS),
              ProjectRevisions.classPath(settings));
      classes = found;
      known = found.load();
      hooks = known;
    }
    return known;
  }

  @Override
  public void close() {
    if (classes != null) {
      classes.close();
    }
  }
}
