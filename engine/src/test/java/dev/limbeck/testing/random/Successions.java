package dev.limbeck.testing.random;

import dev.limbeck.model.DatabaseModel;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * Random schemas and their successors: most of them the schema after a few changes, some of them
 * another schema. A failure shrinks to the fewest tables, columns, parts and facts that still fail.
 */
public final class Successions {
  /** Makes all tries other ones, where it is given; see {@code docs/laws.md}. */
  private static final long SALT = Long.getLong("limbeck.law.seed", 0);

  private Successions() {}

  /** Successions for a database. */
  public static Arbitrary<Succession> of(Flavour flavour) {
    return Arbitraries.fromGenerator(random -> new Smaller(of(flavour, random.nextLong() ^ SALT)));
  }

  /** The succession of a seed. */
  public static Succession of(Flavour flavour, long seed) {
    Succession made = made(flavour, seed).withSameOptions().withSettledCollations();
    return flavour == Flavour.SQLITE ? made.withIdentitiesInKeys().withShownKeys() : made;
  }

  private static Succession made(Flavour flavour, long seed) {
    Dice dice = new Dice(new Random(seed).nextLong());
    Names names = new Names(dice);
    Schemas schemas = new Schemas(dice, flavour, names);
    DatabaseModel before = schemas.schema(dice.of(1, 2, 2, 3, 4));
    if (dice.one(6)) {
      DatabaseModel after = dice.one(8) ? DatabaseModel.empty() : schemas.schema(3);
      return new Succession(before, after, Lineage.ofNames(before, after), seed);
    }
    Edits edits = new Edits(dice, schemas, before);
    edits.make(dice.between(1, 6));
    return new Succession(before, edits.after(), edits.lineage(), seed);
  }

  /** A succession that shrinks by parts. */
  private record Smaller(Succession value) implements Shrinkable<Succession> {
    @Override
    public Stream<Shrinkable<Succession>> shrink() {
      return Shrinking.of(value).map(Smaller::new);
    }

    @Override
    public ShrinkingDistance distance() {
      return ShrinkingDistance.of(Shrinking.size(value.before()) + Shrinking.size(value.after()));
    }
  }
}
