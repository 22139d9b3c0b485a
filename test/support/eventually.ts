/** Checks again and again until nothing is wrong. @throws what is wrong still when the time is up */
export async function eventually(check: () => Promise<void>, milliseconds = 30_000): Promise<void> {
  const end = Date.now() + milliseconds;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}
