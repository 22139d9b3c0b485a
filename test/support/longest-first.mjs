import Sequencer from '@jest/test-sequencer';

/** What starts a browser or programs of its own runs longest: begun last, one of them would keep a worker alone at the end. */
const LONG = ['browser', 'servers'];

/** Without a run before it, as in CI, Jest knows the size of a spec alone. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const isLong = ({ context }) => LONG.includes(context.config.displayName?.name);
    const sorted = super.sort(tests);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
}
