// One attempt a second: the framework's own back-off would leave a person in front of old numbers for minutes.
Blazor.start({
  circuit: {
    reconnectionOptions: { maxRetries: 60, retryIntervalMilliseconds: 1000 },
  },
});
