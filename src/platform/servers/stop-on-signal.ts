/**
 * Ctrl-C ends a command in good order: what it started is stopped first. A second one does not wait.
 * @param stop stops what was started; the process then ends with 130, as interrupted commands do
 */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(130);
      stopping = true;
      // What breaks because its server is being stopped must not keep the server from being stopped.
      for (const event of ['unhandledRejection', 'uncaughtException']) process.on(event, () => undefined);
      void stop()
        .catch((error: unknown) => console.error(error))
        .then(() => process.exit(130));
    });
  }
}
