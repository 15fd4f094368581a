# One image per service:  docker build --build-arg SERVICE=consent-service -t partner-hub/consent-service .
# (docker compose does so for all of them). Needs no BuildKit.

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /hub

# The poms alone first: while no dependency changes, its downloads are a layer that is already there.
COPY pom.xml ./
COPY contracts/pom.xml contracts/
COPY transparency-log/pom.xml transparency-log/
COPY service-support/pom.xml service-support/
COPY embedded-parts/pom.xml embedded-parts/
COPY test-kit/pom.xml test-kit/
COPY gateway/pom.xml gateway/
COPY referral-service/pom.xml referral-service/
COPY consent-service/pom.xml consent-service/
COPY notification-service/pom.xml notification-service/
COPY fhir-adapter/pom.xml fhir-adapter/
COPY console/pom.xml console/
COPY quickstart/pom.xml quickstart/
COPY console-walk/pom.xml console-walk/
COPY benchmarks/pom.xml benchmarks/
ARG MAVEN="mvn -B -ntp -q -Dmaven.test.skip=true -Dspotless.check.skip=true -pl :gateway,:referral-service,:consent-service,:notification-service,:fhir-adapter,:console -am"
RUN $MAVEN -Dspring-boot.repackage.skip=true package

COPY . .
RUN $MAVEN package \
 && for service in gateway referral-service consent-service notification-service fhir-adapter console; do \
      cp $service/target/*-app.jar $service/target/service.jar \
      && java -Djarmode=tools -jar $service/target/service.jar extract --layers --destination /images/$service || exit 1; \
    done

FROM eclipse-temurin:25-jre
ARG SERVICE
RUN test -n "$SERVICE" || { echo "Say which service: --build-arg SERVICE=gateway" >&2; exit 1; }
RUN groupadd --system --gid 10001 hub && useradd --system --uid 10001 --gid hub --no-create-home --home-dir /nonexistent hub
WORKDIR /hub
COPY --from=build /images/${SERVICE}/dependencies/ ./
COPY --from=build /images/${SERVICE}/spring-boot-loader/ ./
COPY --from=build /images/${SERVICE}/snapshot-dependencies/ ./
COPY --from=build /images/${SERVICE}/application/ ./
USER 10001:10001

# Every image listens on the same two ports: the service's, and the management port that is never published.
ENV SERVER_PORT=8080 MANAGEMENT_SERVER_PORT=9080
EXPOSE 8080 9080
HEALTHCHECK --interval=5s --timeout=3s --start-period=300s --retries=6 \
  CMD curl --fail --silent --output /dev/null http://localhost:9080/actuator/health/readiness
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-jar", "service.jar"]
