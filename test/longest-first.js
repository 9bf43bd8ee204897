/** The order of a run: what takes minutes begins first, so that no worker waits for it alone at the end. */
import Sequencer from '@jest/test-sequencer'

const LONGEST = [
  'crash/mongo',
  'crash/sqlite',
  'journeys/privacy-mongo',
  'journeys/backup',
  'journeys/outage',
  'journeys/several',
]

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const at = LONGEST.findIndex((name) => path.endsWith(`/test/${name}.test.ts`))
      return at === -1 ? LONGEST.length : at
    }
    return super.sort(tests).sort((a, b) => place(a) - place(b))
  }
}
