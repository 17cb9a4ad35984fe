package dev.limbeck.sample.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Stores an ISBN as its digits, wherever an entity has one. */
@Converter(autoApply = true)
public class IsbnConverter implements AttributeConverter<Isbn, String> {

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable Isbn isbn) {
    return isbn == null ? null : isbn.digits();
  }

  @Override
  public @Nullable Isbn convertToEntityAttribute(@Nullable String digits) {
    return digits == null ? null : new Isbn(digits);
  }
}
