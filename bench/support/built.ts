/** The built code: what is measured is what runs. */
export const built = async <Module>(path: string): Promise<Module> =>
  (await import(new URL(`../../dist/src/${path}`, import.meta.url).href)) as Module;
