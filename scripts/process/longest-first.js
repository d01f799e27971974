/**
 * The order of Jest's files: what takes minutes begins, so that it is not left alone at the end. Jest knows the seconds of an earlier
 * run, and in a fresh clone only how large a file is, which says nothing of what it starts. CommonJS: Jest loads it as it is.
 */
const path = require('node:path')
const { default: Sequencer } = require('@jest/test-sequencer')

const FIRST = [
  'test/deploy/fourteen.test.ts',
  'test/functions/fuzz.test.ts',
  'test/functions/core/events/dispatch.test.ts',
  'test/functions/personal.test.ts',
  'test/functions/core/store/processes.test.ts',
]

const placeOf = (test) => {
  const at = FIRST.indexOf(path.relative(test.context.config.rootDir, test.path).split(path.sep).join('/'))
  return at < 0 ? FIRST.length : at
}

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => placeOf(a) - placeOf(b))
  }
}
