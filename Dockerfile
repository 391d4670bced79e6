# LoonFlow with a PostgreSQL of its own:
#   docker build -t loonflow . && docker run -p 5080:5080 -v loonflow:/data loonflow
# or on a server of yours:
#   docker run -p 5080:5080 -v loonflow:/data -e ConnectionStrings__LoonFlow="Host=…;Database=…;Username=…;Password=…" loonflow

FROM node:22-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# The browser code is bundled by the build; npm is a script that lies beside its link.
COPY --from=node /usr/local/bin/node /usr/local/bin/
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm

WORKDIR /source
COPY . .
RUN dotnet publish LoonFlow.Web -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# The package would make a cluster of the system's; LoonFlow makes its own in /data.
RUN mkdir -p /etc/postgresql-common \
    && echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf \
    && apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends postgresql \
    && rm -rf /var/lib/apt/lists/* \
    && install -d -o app -g app /data

COPY --from=build /app /app
WORKDIR /app
USER app

ENV ASPNETCORE_HTTP_PORTS=5080 \
    Data__Folder=/data \
    Demo=false
VOLUME /data
EXPOSE 5080
ENTRYPOINT ["dotnet", "LoonFlow.Web.dll"]
