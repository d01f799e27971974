/** The engines that every sentence of the contract is tested on. */
import type { EngineUnderTest } from '../subject'
import { sqlite } from './sqlite'

export const engines: readonly EngineUnderTest[] = [sqlite]

/** Defines the same tests once for each engine. */
export const onEveryEngine = (title: string, define: (engine: EngineUnderTest) => void): void => {
  for (const engine of engines) {
    describe(`${title} on ${engine.name}`, () => {
      afterAll(() => engine.stop())
      define(engine)
    })
  }
}
