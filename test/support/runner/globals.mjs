import { ModuleMocker } from 'jest-mock';

/** What `@jest/globals` gives to the spec that is being loaded. */
export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } =
  globalThis[Symbol.for('spec globals')];
export const jest = new ModuleMocker(globalThis);
