import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { procedure } from '../../functions/core/io/procedure'
import { breakingChanges } from '../../scripts/generate/breaking'
import { generateAll } from '../../scripts/generate/generate'
import { contractSnapshot } from '../../scripts/generate/snapshot'

const root = process.cwd()

describe('generated documents', () => {
  it('are current: run `npm run docs`', async () => {
    for (const [file, text] of Object.entries(await generateAll(root)))
      expect([file, readFileSync(join(root, file), 'utf8') === text]).toEqual([file, true])
  })

  it('describe errors as the wire carries them', () => {
    const { paths } = JSON.parse(readFileSync(join(root, 'docs/openapi.json'), 'utf8')) as {
      paths: Record<string, { post: { responses: Record<string, unknown>; parameters?: unknown } }>
    }
    const book = paths['/appointments/book']?.post
    expect(Object.keys(book?.responses ?? {})).toEqual(
      expect.arrayContaining(['200', '404', '409', 'default']),
    )
    expect(JSON.stringify(book?.responses['409'])).toContain('"SLOT_FULL"')
    expect(JSON.stringify(book?.responses['409'])).not.toContain('"defined"')
    expect(book?.parameters).toEqual([expect.objectContaining({ name: 'Idempotency-Key', in: 'header' })])
    expect(paths['/appointments/halls']?.post.parameters).toBeUndefined()
  })
})

const input = z.object({
  a: z.string(),
  kind: z.enum(['x', 'y']),
  n: z.int().min(0).max(10),
  list: z.array(z.string()).max(5),
  maybe: z.string().optional(),
  way: z.union([z.object({ id: z.string() }), z.object({ day: z.string() })]),
})
const output = z.object({
  a: z.string(),
  state: z.enum(['x', 'y']),
  inner: z.object({ b: z.int() }),
  maybe: z.string().optional(),
})
const base = {
  input,
  output,
  allow: ['account', 'officer'] as readonly ('account' | 'officer' | 'anyone')[],
  data: z.object({ near: z.string() }),
}

const snapshotOf = (
  over: Partial<typeof base & { input: z.ZodType; output: z.ZodType; data: z.ZodType }>,
) => {
  const all = { ...base, ...over }
  return contractSnapshot({
    f: {
      contract: {
        p: procedure({
          summary: 's',
          allow: all.allow,
          scope: 'self',
          effect: 'read',
          raises: ['SLOT_FULL'],
          data: { SLOT_FULL: all.data },
        })
          .input(all.input)
          .output(all.output),
      },
    },
  })
}
const changes = (over: Parameters<typeof snapshotOf>[0]): readonly string[] =>
  breakingChanges(snapshotOf({}), snapshotOf(over))

describe('a change of a contract breaks clients that are out there', () => {
  it.each([
    ['a new required field', { input: input.extend({ b: z.string() }) }, 'f/p input.b: is required now'],
    [
      'an optional field that becomes required',
      { input: input.extend({ maybe: z.string() }) },
      'f/p input.maybe: is required now',
    ],
    ['another type', { input: input.extend({ a: z.int() }) }, 'f/p input.a: type string became integer'],
    [
      'a choice less',
      { input: input.extend({ kind: z.enum(['x']) }) },
      'f/p input.kind: accepts fewer values',
    ],
    [
      'a lower maximum',
      { input: input.extend({ n: z.int().min(0).max(9) }) },
      'f/p input.n: maximum is stricter',
    ],
    [
      'a higher minimum',
      { input: input.extend({ n: z.int().min(1).max(10) }) },
      'f/p input.n: minimum is stricter',
    ],
    [
      'a shorter list',
      { input: input.extend({ list: z.array(z.string()).max(4) }) },
      'f/p input.list: maxItems is stricter',
    ],
    ['a pattern', { input: input.extend({ a: z.string().regex(/x/) }) }, 'f/p input.a: pattern is stricter'],
    [
      'an option of a union less',
      {
        input: input.extend({
          way: z.union([z.object({ id: z.string() }), z.object({ month: z.string() })]),
        }),
      },
      'f/p input.way: option 2 is no longer accepted',
    ],
    ['strictness', { input: z.strictObject(input.shape) }, 'f/p input: refuses unknown fields now'],
    ['an output field gone', { output: output.omit({ a: true }) }, 'f/p output.a: is gone'],
    [
      'an output field that may be missing',
      { output: output.extend({ a: z.string().optional() }) },
      'f/p output.a: may be left out now',
    ],
    [
      'an output of another type',
      { output: output.extend({ inner: z.object({ b: z.string() }) }) },
      'f/p output.inner.b: type integer became string',
    ],
    ['an output that may be null', { output: output.extend({ a: z.string().nullable() }) }, 'f/p output.a'],
    [
      'an answer that clients do not know',
      { output: output.extend({ state: z.enum(['x', 'y', 'z']) }) },
      'f/p output.state: may answer values that clients do not know',
    ],
    ['other data with an error', { data: z.object({ far: z.string() }) }, 'f/p SLOT_FULL.near: is gone'],
    ['a caller shut out', { allow: ['officer'] as const }, 'f/p: account may no longer call it'],
  ])('%s', (_, over, told) => {
    const found = changes(over as Parameters<typeof snapshotOf>[0])
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(told)
  })
  it('a procedure gone', () => {
    expect(breakingChanges(snapshotOf({}), {})).toEqual(['f/p: is gone'])
  })
})

describe('a change of a contract is fine', () => {
  it.each([
    ['nothing at all', {}],
    ['a new optional field', { input: input.extend({ b: z.string().optional() }) }],
    ['a field with a default', { input: input.extend({ b: z.string().default('x') }) }],
    ['a required field that becomes optional', { input: input.extend({ a: z.string().optional() }) }],
    ['a field that is no longer read', { input: input.omit({ a: true }) }],
    ['a wider type', { input: input.extend({ n: z.number().min(0).max(10) }) }],
    ['a choice more', { input: input.extend({ kind: z.enum(['x', 'y', 'z']) }) }],
    ['wider bounds', { input: input.extend({ n: z.int().min(-1).max(11) }) }],
    [
      'an option of a union more',
      {
        input: input.extend({
          way: z.union([
            z.object({ id: z.string() }),
            z.object({ day: z.string() }),
            z.object({ month: z.string() }),
          ]),
        }),
      },
    ],
    ['a new output field', { output: output.extend({ b: z.string() }) }],
    ['an output field that is always there now', { output: output.extend({ maybe: z.string() }) }],
    ['an answer less', { output: output.extend({ state: z.enum(['x']) }) }],
    ['another caller', { allow: ['account', 'officer', 'anyone'] as const }],
    ['open to anyone', { allow: ['anyone'] as const }],
  ])('%s', (_, over) => {
    expect(changes(over as Parameters<typeof snapshotOf>[0])).toEqual([])
  })
  it('a new procedure', () => {
    expect(breakingChanges({}, snapshotOf({}))).toEqual([])
  })
})
