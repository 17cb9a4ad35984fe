package dev.limbeck.sample;

import dev.limbeck.sample.PublicModel.Reader;
import java.util.List;

/** The entities that the long test takes, and what one version of them becomes. */
final class PublicModels {
  private static final String[] DSPACE = {
    "org.apache.commons:commons-lang3:3.17.0", "org.apache.logging.log4j:log4j-api:2.24.3"
  };

  private static final String JACKSON = "com.fasterxml.jackson.core:jackson-databind:2.18.2";

  static final PublicModel KEYCLOAK_24 = keycloak("24.0.5");
  static final PublicModel KEYCLOAK_26_3 = keycloak("26.3.3");
  static final PublicModel KEYCLOAK_26 = keycloak("26.7.1");
  static final PublicModel DSPACE_8 = dspace("8.0");
  static final PublicModel DSPACE_9 = dspace("9.2");
  static final PublicModel HAPI_8_0 = hapi("8.0.0");
  static final PublicModel HAPI_8_4 = hapi("8.4.0");

  private PublicModels() {}

  static List<PublicModel> all() {
    return List.of(
        KEYCLOAK_24,
        KEYCLOAK_26_3,
        KEYCLOAK_26,
        DSPACE_8,
        DSPACE_9,
        HAPI_8_0,
        HAPI_8_4,
        testing("gambit"),
        testing("animal"),
        testing("userguide"),
        testing("contacts"),
        testing("library"),
        testing("helpdesk"),
        PublicModel.tree(
            "Kogito data index 10.0.0",
            Reader.BUNDLED,
            "org.kie.kogito:data-index-storage-jpa-common:10.0.0"),
        PublicModel.tree(
            "jBPM user tasks 10.1.0",
            Reader.BUNDLED,
            "org.jbpm:jbpm-addons-usertask-storage-jpa:10.1.0"),
        PublicModel.tree(
            "Spring Statemachine 4.0.1",
            Reader.BUNDLED,
            "org.springframework.statemachine:spring-statemachine-data-jpa:4.0.1"),
        PublicModel.of(
            "Apache CXF OAuth 4.1.0",
            "org.apache.cxf:cxf-rt-rs-security-oauth2:4.1.0",
            "jakarta.ws.rs:jakarta.ws.rs-api:3.1.0",
            "jakarta.xml.bind:jakarta.xml.bind-api:4.0.2"),
        PublicModel.of("openLCA 2.0.0", "org.openlca:olca-core:2.0.0")
            .with("org.slf4j:slf4j-api:2.0.16", "com.google.code.gson:gson:2.10.1")
            .in("org.openlca.core.model"),
        PublicModel.tree(
            "Axon 4.11.0",
            Reader.BUNDLED,
            "org.axonframework:axon-modelling:4.11.0",
            "org.axonframework:axon-eventsourcing:4.11.0"),
        PublicModel.of("Kogito jobs 10.1.0", "org.kie.kogito:jobs-service-storage-jpa:10.1.0")
            .with(JACKSON),
        PublicModel.of(
                "Kogito data audit 10.1.0", "org.kie:kogito-addons-data-audit-jpa-common:10.1.0")
            .with(JACKSON, "org.slf4j:slf4j-api:2.0.16"),
        PublicModel.of("Camel JPA 4.8.0", "org.apache.camel:camel-jpa:4.8.0"));
  }

  /**
   * A model, and what it became.
   *
   * @param renames answers about what looks like a rename
   */
  record Step(PublicModel from, PublicModel to, List<String> renames) {
    Step(PublicModel from, PublicModel to, String... renames) {
      this(from, to, List.of(renames));
    }

    @Override
    public String toString() {
      return from + " to " + to;
    }
  }

  static List<Step> steps() {
    return List.of(
        new Step(KEYCLOAK_24, KEYCLOAK_26),
        new Step(KEYCLOAK_26_3, KEYCLOAK_26),
        new Step(DSPACE_8, DSPACE_9),
        new Step(HAPI_8_0, HAPI_8_4));
  }

  private static PublicModel keycloak(String version) {
    return PublicModel.of(
        "Keycloak " + version,
        "org.keycloak:keycloak-model-jpa:" + version,
        "org.keycloak:keycloak-server-spi:" + version,
        "org.keycloak:keycloak-core:" + version);
  }

  private static PublicModel dspace(String version) {
    return PublicModel.of(
        "DSpace " + version, "org.dspace:dspace-api:" + version, DSPACE[0], DSPACE[1]);
  }

  private static PublicModel hapi(String version) {
    // Its Hibernate does not run with the older logging that Maven finds nearer.
    return PublicModel.tree(
        "HAPI FHIR " + version,
        Reader.OWN,
        "ca.uhn.hapi.fhir:hapi-fhir-jpaserver-model:" + version,
        "org.jboss.logging:jboss-logging:3.6.1.Final");
  }

  private static PublicModel testing(String domain) {
    return PublicModel.of(
            "Hibernate testing 7.3.0, " + domain,
            "org.hibernate.orm:hibernate-testing:7.3.0.Final",
            "jakarta.validation:jakarta.validation-api:3.1.1")
        .in("org.hibernate.testing.orm.domain." + domain);
  }
}
