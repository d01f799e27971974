/** What is wrong with an environment, all of it, as configuration tells it. */
import { ConfigurationError, readConfiguration } from '../../../../functions/core/io/entry/configuration'

export const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfiguration(environment)
    return []
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems
    throw error
  }
}

/** The variables that they name. */
export const named = (environment: Record<string, string>): (string | undefined)[] =>
  problemsOf(environment).map((problem) => problem.split(':')[0])
