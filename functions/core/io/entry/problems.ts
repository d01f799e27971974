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
  /** Notes what was thrown, without the password of an address. */
  readonly note: (thrown: unknown) => void
  readonly count: () => number
  /** @throws ConfigurationError when anything was found */
  readonly end: () => void
}

const withoutPasswords = (text: string): string => text.replace(/(\w+:\/\/[^\s:@/]*:)\S+@/g, '$1…@')

export const openProblems = (): Problems => {
  const found: string[] = []
  return {
    check: (holds, problem) => {
      if (!holds) found.push(problem)
    },
    note: (thrown) => {
      const told =
        thrown instanceof ConfigurationError
          ? thrown.problems
          : [thrown instanceof Error ? thrown.message : String(thrown)]
      found.push(...told.map(withoutPasswords))
    },
    count: () => found.length,
    end: () => {
      if (found.length > 0) throw new ConfigurationError(found)
    },
  }
}

/** Empty counts as absent. */
export const given = (environment: Environment, name: string): string | undefined =>
  environment[name]?.trim() || undefined

const ADDRESS = /^https?:\/\/[^\s/]+/

/** An address that may be absent. */
export const addressAt = (
  environment: Environment,
  name: string,
  { check }: Problems,
): string | undefined => {
  const address = given(environment, name)
  check(address === undefined || ADDRESS.test(address), `${name}: not an http address`)
  return address
}

/** `on` or `off`. */
export const switchAt = (
  environment: Environment,
  name: string,
  { check }: Problems,
  otherwise: 'on' | 'off',
): boolean => {
  const value = given(environment, name) ?? otherwise
  check(value === 'on' || value === 'off', `${name}: ${value} is neither on nor off`)
  return value === 'on'
}
