# Every target is one sentence of what it does; `make test` is exactly what CI runs.
SHELL := /bin/bash
CONFIGURATION := Release
HOST := src/Aura.Dashboard
SOLUTION := AuraDashboard.sln

export DOTNET_CLI_TELEMETRY_OPTOUT := 1
export DOTNET_NOLOGO := 1

.PHONY: run test deep bench mutate replay-audit watch fmt migration settings-table screenshots lighthouse

# Starts the dashboard on http://localhost:5080 with simulated prices and a SQLite file below data/.
run:
	ASPNETCORE_ENVIRONMENT=Development dotnet run --project $(HOST) --configuration $(CONFIGURATION) -- --urls http://localhost:5080

# Checks the format, builds without a warning and passes every test. The build itself checks style and analyzers, so
# only white space is left for the formatter: its other checks would analyse everything a second time. Most of the time
# goes into processes that live for seconds: profiling them for a later, faster compilation costs them a sixth and pays never.
test: export DOTNET_TieredPGO := 0
test:
	./tests/packages.sh
	dotnet restore $(SOLUTION)
	dotnet format whitespace $(SOLUTION) --no-restore --verify-no-changes
	dotnet build $(SOLUTION) --configuration $(CONFIGURATION) --no-restore -v quiet
	dotnet test --solution $(SOLUTION) --configuration $(CONFIGURATION) --no-build --no-progress --no-ansi --max-parallel-test-modules 1

# The counts that do not fit into `make test`: ten times as many kills at each point of the commit, flipped bits of a
# database's file, altered and good bundles, sources that get worse, bodies of vendors that are almost right, updates of a
# page that stays open; and what Lighthouse says of the pages.
deep:
	./tests/packages.sh
	dotnet build $(SOLUTION) --configuration $(CONFIGURATION) -v quiet
	AURA_KILLS=50 dotnet test --project tests/Aura.Dashboard.Tests --configuration $(CONFIGURATION) --no-build --no-progress --no-ansi --output Detailed -- --filter-class '*KillPointTests'
	AURA_FLIPS=1000 dotnet test --project tests/Aura.Dashboard.Tests --configuration $(CONFIGURATION) --no-build --no-progress --no-ansi --output Detailed -- --filter-class '*DamagedFileTests'
	AURA_BUNDLES=1000 dotnet test --project tests/Aura.Engine.Tests --configuration $(CONFIGURATION) --no-build --no-progress --no-ansi --output Detailed -- --filter-class '*BundleMutationTests'
	AURA_WORSE_ROUNDS=1000 dotnet test --project tests/Aura.Engine.Tests --configuration $(CONFIGURATION) --no-build --no-progress --no-ansi --output Detailed -- --filter-class '*WorseSourceTests'
	AURA_FUZZ=2000000 dotnet test --project tests/Aura.Engine.Tests --configuration $(CONFIGURATION) --no-build --no-progress --no-ansi --output Detailed -- --filter-class '*BodyFuzzTests'
	AURA_BUNDLES=50 AURA_BROWSER_ROUNDS=1000 dotnet test --project tests/Aura.EndToEndTests --configuration $(CONFIGURATION) --no-build --no-progress --no-ansi --output Detailed -- --filter-class '*SameVerdictTests'
	AURA_UPDATES=3600 dotnet test --project tests/Aura.EndToEndTests --configuration $(CONFIGURATION) --no-build --no-progress --no-ansi --output Detailed -- --filter-class '*SoakTests'
	$(MAKE) lighthouse

# Measures how fast rounds are decided, stored, verified and shown beside what cannot be avoided, and prints what meets its goal.
# It gates nothing: a busy machine makes wall clocks lie. make bench GROUP=pages measures open pages alone.
bench:
	dotnet build tests/Aura.Benchmarks --configuration $(CONFIGURATION) -v quiet
	dotnet run --project tests/Aura.Benchmarks --configuration $(CONFIGURATION) --no-build -- $(GROUP)

# Changes the rules one by one and asks whether a test notices: at least 90 % must be noticed. Sentences for people are
# not mutated: their words are approved by tests of their own, and their punctuation decides nothing.
mutate:
	dotnet tool restore
	cd tests/Aura.Engine.Tests && AuraMutation=true dotnet stryker -f stryker-config.json --skip-version-check

# Decides every stored round and command of this installation again and reports the first difference.
replay-audit:
	dotnet run --project $(HOST) --configuration $(CONFIGURATION) -- replay-audit

# Restarts the dashboard whenever a source file changes.
watch:
	ASPNETCORE_ENVIRONMENT=Development dotnet watch --project $(HOST) run -- --urls http://localhost:5080

# Formats everything as the gate demands it.
fmt:
	dotnet format $(SOLUTION)

# Writes a migration for both providers after a change of the model: make migration NAME=AddSomething.
migration:
	@test -n "$(NAME)" || { echo "Name the migration: make migration NAME=AddSomething" >&2; exit 1; }
	dotnet tool restore
	dotnet ef migrations add $(NAME) --project $(HOST) --configuration $(CONFIGURATION) --context AuraDbContext --output-dir Storage/Migrations
	dotnet ef migrations add $(NAME) --project $(HOST) --configuration $(CONFIGURATION) --context PostgresDbContext --output-dir Storage/Postgres/Migrations

# Writes the README's table of settings anew from appsettings.schema.json.
settings-table:
	AURA_REWRITE_SETTINGS_TABLE=1 dotnet test --project tests/Aura.Dashboard.Tests --configuration $(CONFIGURATION) --no-progress --no-ansi -- --filter-class '*SettingsTableTests'

# Takes a picture of every page in both colours, wide and narrow, into artifacts/screenshots, and the README's three into
# docs/images. It starts a dashboard of its own.
screenshots:
	./tests/packages.sh
	dotnet build tests/Aura.EndToEndTests --configuration $(CONFIGURATION) -v quiet
	AURA_SCREENSHOTS=1 dotnet test --project tests/Aura.EndToEndTests --configuration $(CONFIGURATION) --no-build --no-progress --no-ansi --output Detailed -- --filter-class '*ScreenshotTests'

# Lets Lighthouse look at the sign-in and the overview of a dashboard that it starts itself, as a desk and as a telephone:
# accessibility and best practices must reach 95 each.
lighthouse:
	./tests/packages.sh
	dotnet build $(HOST) --configuration $(CONFIGURATION) -v quiet
	cd tests/lighthouse && npm ci --no-audit --no-fund --loglevel=error
	node tests/lighthouse/run.mjs artifacts/bin/Aura.Dashboard/$(shell echo $(CONFIGURATION) | tr A-Z a-z)/Aura.Dashboard.dll
