/** What can be called: looked up once, at start, so that a call finds everything in one map. */
import type { AnyContractProcedure, AnySchema } from '@orpc/contract'
import { Procedure, type AnyProcedure } from '@orpc/server'
import { roleHolds } from '../../pure/duties'
import type { ErrorCode } from '../../pure/errors'
import type { ProcedureMeta } from '../procedure'
import type { CollectionSpec } from '../store/collection'

/** What a deployable function brings along. */
export interface FunctionModule {
  readonly contract: Readonly<Record<string, AnyContractProcedure>>
  readonly router: Readonly<Record<string, AnyProcedure>>
  /** Its own documents, and those of the functions whose `public.ts` it calls; what core keeps is always there. */
  readonly collections?: readonly CollectionSpec[]
}

export interface Declared {
  /** `<function>/<procedure>`. */
  readonly name: string
  readonly meta: ProcedureMeta
  readonly errors: Readonly<Partial<Record<ErrorCode, { readonly data?: AnySchema }>>>
  readonly input: AnySchema
  readonly output: AnySchema
  /** Runs middlewares and handler; both ends are validated by the entry, once. */
  readonly run: AnyProcedure
}

/** What a contract says of one procedure. */
export interface ContractFacts {
  readonly meta: ProcedureMeta
  readonly errorMap: Declared['errors']
  readonly inputSchema?: AnySchema
  readonly outputSchema?: AnySchema
}

export const factsOf = (contract: AnyContractProcedure): ContractFacts => contract['~orpc'] as ContractFacts

/** `docs/permissions.md` and the fuzzer read it too. */
export const metaOf = (contract: AnyContractProcedure): ProcedureMeta => factsOf(contract).meta

const declare = (
  name: string,
  contract: AnyContractProcedure,
  handler: AnyProcedure | undefined,
): Declared => {
  const { meta, inputSchema, outputSchema, errorMap } = factsOf(contract)
  if (!handler) throw new Error(`${name} is in the contract and has no handler`)
  if (!inputSchema || !outputSchema) throw new Error(`${name} has no input or no output schema`)
  if (!meta.allow?.length || !meta.scope || !meta.effect)
    throw new Error(`${name} has no permission: declare it with procedure()`)
  const { duty } = meta
  if (duty && !meta.allow.every((one) => roleHolds(one, duty)))
    throw new Error(`${name}: ${duty} is asked of who may not hold it, see core/pure/duties-data`)
  if (meta.provenBy && (meta.effect !== 'mutate' || !meta.allow.includes('anyone')))
    throw new Error(`${name}: provenBy is for changes that are open to anyone`)
  const run = new Procedure({ ...handler['~orpc'], inputSchema: undefined, outputSchema: undefined })
  return { name, meta, errors: errorMap, input: inputSchema, output: outputSchema, run }
}

/** @throws Error at start when a procedure lacks its handler, a schema or its permission, or a handler its contract */
export const declareAll = (
  functions: Readonly<Record<string, FunctionModule>>,
): ReadonlyMap<string, Declared> => {
  const all = new Map<string, Declared>()
  for (const [name, { contract, router }] of Object.entries(functions)) {
    for (const [key, one] of Object.entries(contract))
      all.set(`${name}/${key}`, declare(`${name}/${key}`, one, router[key]))
    const stray = Object.keys(router).find((key) => !(key in contract))
    if (stray !== undefined) throw new Error(`${name}/${stray} has a handler and is not in the contract`)
  }
  return all
}
