/** Problems of the environment, gathered so that all are told at once. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The environment cannot be worked with; the message lists everything that is wrong with it. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
  constructor(readonly problems: readonly string[]) {
    super(`cannot start:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
  }
}

export interface Problems {
  readonly check: (holds: boolean, problem: string) => void
  /** @throws ConfigurationError when anything was found */
  readonly end: () => void
}

export const openProblems = (): Problems => {
  const found: string[] = []
  return {
    check: (holds, problem) => {
      if (!holds) found.push(problem)
    },
    end: () => {
      if (found.length > 0) throw new ConfigurationError(found)
    },
  }
}

/** Empty counts as absent. */
export const given = (environment: Environment, name: string): string | undefined => environment[name]?.trim() || undefined

const ADDRESS = /^https?:\/\/[^\s/]+/

/** An address that may be absent. */
export const addressAt = (environment: Environment, name: string, { check }: Problems): string | undefined => {
  const address = given(environment, name)
  check(address === undefined || ADDRESS.test(address), `${name}: not an http address`)
  return address
}
