package dev.limbeck.sample.range;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.Struct;
import org.hibernate.type.SqlTypes;

/** What Hibernate keeps on PostgreSQL, and not on SQLite. */
public final class Composed {
  private Composed() {}

  /** A composite type. */
  @Embeddable
  @Struct(name = "geo_point")
  public record GeoPoint(double latitude, double longitude) {}

  /** A composite type with another one in it. */
  @Embeddable
  @Struct(
      name = "geo_place",
      attributes = {"title", "at"})
  public record GeoPlace(String title, GeoPoint at) {}

  /** Kept as JSON. */
  @Embeddable
  public record Remark(String author, int stars) {}

  /** Has columns of composite types. */
  @Entity(name = "Journey")
  @Table(name = "journey")
  public static class Journey {
    @Id private Long id;
    private GeoPlace start;
    private GeoPoint[] stops;

    @JdbcTypeCode(SqlTypes.JSON)
    private Remark remark;

    @JdbcTypeCode(SqlTypes.JSON_ARRAY)
    private List<Remark> remarks;

    @JdbcTypeCode(SqlTypes.SQLXML)
    private Remark asXml;

    private List<Integer> numbers;
  }

  /** Divided by a column, which Hibernate adds to the key on PostgreSQL. */
  @Entity(name = "Divided")
  @Table(name = "divided")
  public static class Divided {
    @Id private Long id;
    @PartitionKey private int region;
  }
}
