/** The engines that every sentence of the contract is tested on. */
import type { EngineUnderTest } from '../subject'
import { cloudbase } from './cloudbase'
import { realCloudbase } from './cloudbase-real'
import { postgres } from './postgres'
import { sqlite } from './sqlite'

/** `npm run verify:cloudbase`: a real environment, and nothing else. */
const verifying = process.env.SHUIBANG_VERIFY_CLOUDBASE === '1'

/** `npm run check` names the engines that what changed concerns. */
const named = process.env.TEST_ENGINES?.split(',')

export const engines: readonly EngineUnderTest[] = verifying
  ? [realCloudbase]
  : [sqlite, postgres, cloudbase].filter(({ name }) => named?.includes(name) ?? true)

/** Defines the same tests once for each engine. */
export const onEveryEngine = (title: string, define: (engine: EngineUnderTest) => void): void => {
  // what a client waits for a server is no measure of the engine
  jest.setTimeout(verifying ? 600_000 : 60_000)
  for (const engine of engines) {
    describe(`${title} on ${engine.name}`, () => {
      afterAll(() => engine.stop())
      define(engine)
    })
  }
}
