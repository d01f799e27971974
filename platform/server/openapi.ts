/** The OpenAPI document, made of the contracts: what other systems read, and what `/api/docs` shows. */
import { OpenAPIGenerator, type OpenAPI } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { metaOf, type FunctionModule } from '../../functions/core/io/entry/procedures'
import { isRecord } from '../../functions/core/io/entry/walk'
import { errorCodes } from '../../functions/core/pure/errors'
import type { ProcedureMeta } from '../../functions/core/io/procedure'

type Contracts = Readonly<Record<string, Pick<FunctionModule, 'contract'>>>
type Schema = Readonly<Record<string, unknown>>

const DESCRIPTION = [
  'Every procedure is a POST with a JSON body. `Authorization: Bearer <token>` says who calls, `Accept-Language` picks the language',
  '(zh-CN, en), `Idempotency-Key` (8 to 128 of A-Z a-z 0-9 _ -) makes a change safe to repeat for 48 hours',
  '(without a session only where a secret is sent again), `X-Client-Version` lets',
  'old clients be told to update.',
  'Errors are exactly `{code, message, data?, traceId}`.',
].join(' ')

const errorBody = (code: Schema, data?: unknown): Schema => ({
  type: 'object',
  properties: {
    code,
    message: { type: 'string' },
    ...(data === undefined ? {} : { data }),
    traceId: { type: 'string' },
  },
  required: ['code', 'message', 'traceId'],
})

const KEY_PARAMETER = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,128}$' },
}

const ANY_ERROR = {
  description: 'Any error',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
}

const who = (meta: ProcedureMeta): string =>
  `Who: ${meta.allow.join(', ')}${meta.duty ? ` with the duty ${meta.duty}` : ''}. Scope: ${meta.scope}. Effect: ${meta.effect}.`

const describe = (operation: { [key: string]: unknown }, meta: ProcedureMeta, name: string): void => {
  operation.summary = meta.summary
  operation.description = who(meta)
  operation.tags = [name.split('/')[0]]
  operation.operationId = name.replace('/', '.')
  const { allow, duty, scope, effect } = meta
  operation['x-permission'] = { allow, ...(duty ? { duty } : {}), scope, effect }
  operation.security = meta.allow.includes('anyone') ? [{}, { session: [] }] : [{ session: [] }]
  if (meta.effect === 'mutate') operation.parameters = [KEY_PARAMETER]
  if (isRecord(operation.responses)) {
    operation.responses = { ...operation.responses, default: ANY_ERROR }
  }
}

/** Jobs are left out: only the deployment's own schedules call them. */
export const buildOpenApi = async (functions: Contracts, version: string): Promise<OpenAPI.Document> => {
  const served = Object.fromEntries(
    Object.entries(functions).map(([name, { contract }]) => {
      const offered = Object.entries(contract).filter(([, one]) => metaOf(one).effect !== 'job')
      return [name, Object.fromEntries(offered)]
    }),
  )
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(served, {
    info: { title: 'Shuibang', version, description: DESCRIPTION },
    servers: [{ url: '/api' }],
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Error: errorBody({ type: 'string', enum: [...errorCodes()].sort() }, {}) as OpenAPI.SchemaObject,
      },
    },
    customErrorResponseBodySchema: (defined) => ({
      oneOf: defined.map(([code, , , data]) =>
        errorBody({ const: code }, isRecord(data) && Object.keys(data).length > 0 ? data : undefined),
      ),
    }),
  })
  for (const [name, contract] of Object.entries(served)) {
    for (const [key, one] of Object.entries(contract)) {
      const operation: unknown = document.paths?.[`/${name}/${key}`]?.post
      if (isRecord(operation)) describe(operation, metaOf(one), `${name}/${key}`)
    }
  }
  return document
}
