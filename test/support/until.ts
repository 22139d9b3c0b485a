/** Waits for a condition; gives up after 20 seconds, and says so. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('What was waited for did not come');
    await new Promise((done) => setTimeout(done, 50));
  }
}
