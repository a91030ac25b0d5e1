# AuraDashboard in one container:
#   docker build -t aura-dashboard .
#   docker run -p 8080:8080 -v aura-data:/data -e AURA_ADMIN_EMAIL=… -e AURA_ADMIN_PASSWORD=… aura-dashboard
# A test runs the commands of the build stage and starts what they publish, so they have to work outside a container too.

FROM node:22.21.1-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0.401-noble AS build
# The front-end files need npm at build time; nothing of it reaches the image that runs.
COPY --from=node /usr/local/bin /usr/local/bin
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 \
    DOTNET_NOLOGO=1
WORKDIR /source
# Packages first: they stay cached until a lock file changes.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/Aura.Engine/Aura.Engine.csproj src/Aura.Engine/packages.lock.json src/Aura.Engine/
COPY src/Aura.Verifier/Aura.Verifier.csproj src/Aura.Verifier/packages.lock.json src/Aura.Verifier/
COPY src/Aura.Dashboard/Aura.Dashboard.csproj src/Aura.Dashboard/Frontend.targets src/Aura.Dashboard/Verifier.targets src/Aura.Dashboard/packages.lock.json src/Aura.Dashboard/
RUN dotnet restore src/Aura.Dashboard --locked-mode
RUN dotnet restore src/Aura.Verifier --locked-mode
COPY appsettings.json appsettings.schema.json BannedSymbols.txt .editorconfig ./
COPY wwwroot-assets wwwroot-assets
COPY src src
RUN dotnet publish src/Aura.Dashboard --configuration Release --no-restore --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0.12-noble AS final
# The database, its copies, and the keys that seal cookies and sign the ledger: everything that has to outlive the container.
RUN mkdir /data && chown $APP_UID:$APP_UID /data && chmod 700 /data
VOLUME /data
ENV ASPNETCORE_ENVIRONMENT=Production \
    ASPNETCORE_HTTP_PORTS=8080 \
    Storage__ConnectionString="Data Source=/data/aura.db" \
    Audit__StateDirectory=/data
WORKDIR /app
COPY --from=build /app .
USER $APP_UID
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["dotnet", "Aura.Dashboard.dll", "health"]
ENTRYPOINT ["dotnet", "Aura.Dashboard.dll"]
