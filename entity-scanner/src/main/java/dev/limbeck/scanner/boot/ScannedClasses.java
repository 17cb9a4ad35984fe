package dev.limbeck.scanner.boot;

import java.util.Collection;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;
import org.hibernate.boot.registry.classloading.spi.ClassLoadingException;

/**
 * Classes and services of the scan's class loader and no other.
 *
 * <p>Hibernate's own way also looks at the class path of the process. A Hibernate there, of an
 * application that runs Limbeck, has services that do not fit the one that is booted.
 */
final class ScannedClasses extends ClassLoaderServiceImpl {
  private static final long serialVersionUID = 1L;

  private static final ClassLoader LOADER = ScannedClasses.class.getClassLoader();

  private final boolean usersServices;

  /**
   * @param usersServices false for those of Hibernate only
   */
  ScannedClasses(boolean usersServices) {
    super(LOADER);
    this.usersServices = usersServices;
  }

  /** Without a stack trace: Hibernate asks for the package-info of each entity, several times. */
  private static final class Missing extends ClassLoadingException {
    private static final long serialVersionUID = 1L;

    Missing(String className, Throwable cause) {
      super("Unable to load class [" + className + "]", cause);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  @Override
  @SuppressWarnings("unchecked") // As it is declared: the caller says what it expects.
  public <T> Class<T> classForName(String className) {
    try {
      return (Class<T>) Class.forName(className, true, LOADER);
    } catch (ClassNotFoundException e) {
      throw new Missing(className, e);
    } catch (LinkageError e) {
      throw new ClassLoadingException("Unable to load class [" + className + "]", e);
    }
  }

  @Override
  public <S> Collection<S> loadJavaServices(Class<S> serviceContract) {
    return ServiceLoader.load(serviceContract, LOADER).stream()
        .filter(each -> usersServices || each.type().getName().startsWith("org.hibernate."))
        .map(Provider::get)
        .toList();
  }
}
