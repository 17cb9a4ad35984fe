package dev.limbeck.sample.range;

import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Classes without any annotation, mapped by {@code orm.xml} and {@code hbm.xml}. */
public final class Plain {
  private Plain() {}

  /** Mapped by {@code hbm.xml}. */
  public static class Ship {
    private @Nullable Long id;
    private int version;
    private @Nullable String name;
    private @Nullable Hull hull;
    private @Nullable Set<String> flags;
    private @Nullable Ship escort;
    private @Nullable Date launched;
  }

  /** A component. */
  public static class Hull {
    private int length;
    private @Nullable String material;
  }

  /** A subclass in a table of its own. */
  public static class Tanker extends Ship {
    private int capacity;
  }

  /** Mapped by {@code orm.xml}. */
  public static class Harbour {
    private @Nullable Long id;
    private @Nullable String name;
    private @Nullable Set<Berth> berths;
  }

  /** Mapped by {@code orm.xml}. */
  public static class Berth {
    private @Nullable Long id;
    private @Nullable Harbour harbour;
    private int depth;
  }
}
