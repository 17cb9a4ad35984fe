package dev.limbeck.scanner.boot;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** An entity with what most entities have, for {@link HibernateBoot#warmUp}. */
@Entity
@Table(
    name = "limbeck_warm_up",
    indexes = @Index(name = "limbeck_warm_up_name", columnList = "name"))
final class WarmUpEntity {
  enum Kind {
    ONE,
    OTHER
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Version int version;

  @Column(name = "name", nullable = false, unique = true, length = 20)
  String name;

  @Enumerated(EnumType.STRING)
  Kind kind;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "whole")
  WarmUpEntity whole;

  @OneToMany(mappedBy = "whole")
  List<WarmUpEntity> parts;

  @ElementCollection List<String> words;
  BigDecimal amount;
  Instant made;
  boolean active;
}
