/** What each function is asked for first, by the registry: a read that anybody may make with nothing said, where there is one. */
import { factsOf, type ContractFacts } from '../../functions/core/io/entry/procedures'
import { deployment } from '../../functions/deployment'

export interface FirstRead {
  readonly procedure: string
  /**
   * 400 where every read wants to know something: the store is opened and the input refused. 403 where only roles may read: the
   * store is opened, and the caller refused.
   */
  readonly status: 200 | 400 | 403
}

const acceptsNothing = ({ inputSchema }: ContractFacts): boolean => {
  const result: unknown = inputSchema?.['~standard'].validate({})
  return typeof result === 'object' && result !== null && !('issues' in result && result.issues)
}

const isForAnybody = ({ meta }: ContractFacts): boolean =>
  meta.effect === 'read' && meta.allow.some((one) => one === 'anyone' || one === 'account')

const firstReadOf = (contract: (typeof deployment)[number]['contract']): FirstRead => {
  const reads = Object.entries(contract).filter(([, one]) => isForAnybody(factsOf(one)))
  const plain = reads.find(([, one]) => acceptsNothing(factsOf(one)))
  if (plain) return { procedure: plain[0], status: 200 }
  const [procedure] = reads[0] ?? Object.entries(contract)[0] ?? ['none']
  return { procedure, status: reads.length > 0 ? 400 : 403 }
}

/** By the function's name. */
export const FIRST_READS: Readonly<Record<string, FirstRead>> = Object.fromEntries(
  deployment.map(({ name, contract }) => [name, firstReadOf(contract)]),
)
