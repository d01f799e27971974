/** `docs/contract.snapshot.json`: each procedure's permission, input, output and errors as JSON Schema, to compare with. */
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { factsOf, type FunctionModule } from '../../functions/core/io/entry/procedures'
import type { Schema } from './breaking'

type Contracts = Readonly<Record<string, Pick<FunctionModule, 'contract'>>>

export interface ProcedureSnapshot {
  readonly allow: readonly string[]
  /** Where one is asked for. */
  readonly duty?: string
  readonly scope: string
  readonly effect: string
  readonly input: Schema
  readonly output: Schema
  /** Code → the schema of its data, `{}` when it carries none. */
  readonly errors: Readonly<Record<string, Schema>>
}
export type ContractSnapshot = Readonly<Record<string, ProcedureSnapshot>>

const converter = new ZodToJsonSchemaConverter()

const schemaOf = (
  schema: Parameters<ZodToJsonSchemaConverter['convert']>[0],
  strategy: 'input' | 'output',
): Schema =>
  schema ? (JSON.parse(JSON.stringify(converter.convert(schema, { strategy })[1])) as Schema) : {}

export const contractSnapshot = (functions: Contracts): ContractSnapshot =>
  Object.fromEntries(
    Object.entries(functions).flatMap(([name, { contract }]) =>
      Object.entries(contract).map(([key, one]) => {
        const {
          meta: { allow, duty, scope, effect },
          inputSchema,
          outputSchema,
          errorMap,
        } = factsOf(one)
        const errors = Object.fromEntries(
          Object.entries(errorMap).map(([code, item]) => [code, schemaOf(item.data, 'output')]),
        )
        return [
          `${name}/${key}`,
          {
            allow,
            ...(duty === undefined ? {} : { duty }),
            scope,
            effect,
            input: schemaOf(inputSchema, 'input'),
            output: schemaOf(outputSchema, 'output'),
            errors,
          },
        ]
      }),
    ),
  )
