package dev.limbeck.sample.entity;

/** What a fine is for. */
public enum FineReason {
  LATE,
  DAMAGED,
  LOST
}
