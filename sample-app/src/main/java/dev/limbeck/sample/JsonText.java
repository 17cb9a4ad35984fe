package dev.limbeck.sample;

import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;

/**
 * Hands JSON columns to Hibernate as the text that they hold, so that no JSON library is needed.
 */
public final class JsonText implements FormatMapper {

  @Override
  public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
    return type.fromString(text);
  }

  @Override
  public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
    return type.toString(value);
  }
}
