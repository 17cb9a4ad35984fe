package dev.limbeck.sample.entity;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A book that is listened to. */
@Entity
@DiscriminatorValue("AUDIO")
public class AudioBook extends Item {

  @Column(name = "playing_time")
  private @Nullable Duration playingTime;

  @Column(length = 160)
  private @Nullable String narrator;

  /** For Hibernate, which fills the fields. */
  protected AudioBook() {}

  public AudioBook(String title, Duration playingTime, String narrator) {
    super(title);
    this.playingTime = playingTime;
    this.narrator = narrator;
  }

  public void setPlayingTime(Duration playingTime) {
    this.playingTime = playingTime;
  }
}
