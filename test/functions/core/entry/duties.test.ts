/** A procedure that asks for a duty: the entry looks for one grant that has both the role and the duty. */
import { createEntry } from '../../../../functions/core/io/entry/entry'
import { declareAll } from '../../../../functions/core/io/entry/procedures'
import type { RoleGrant } from '../../../../functions/core/io/identity/roles'
import { procedure } from '../../../../functions/core/io/procedure'
import { permissionsDocument } from '../../../../scripts/generate/permissions'
import { contractSnapshot } from '../../../../scripts/generate/snapshot'
import { breakingChanges } from '../../../../scripts/generate/breaking'
import * as z from 'zod'
import { openBench, probe, type Bench } from './probe'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const meets = async (grants: readonly RoleGrant[] | undefined, procedureName = 'probe/review') => {
  const entry = createEntry({
    functions: { probe },
    services: bench.services,
    identify: async () => (grants ? { kind: 'account', accountId: 'ac_1', grants } : { kind: 'anonymous' }),
  })
  const { status, body } = await entry.handle({ procedure: procedureName, input: {}, headers: {} })
  return status === 200 ? 'in' : (body as { code: string }).code
}

it.each<[string, readonly RoleGrant[] | undefined, string]>([
  ['nobody', undefined, 'SIGN_IN'],
  ['an account', [], 'FORBIDDEN'],
  ['an officer without the duty', [{ role: 'officer', halls: ['h1'] }], 'FORBIDDEN'],
  ['an officer with another duty', [{ role: 'officer', halls: ['h1'], duties: ['moderate'] }], 'FORBIDDEN'],
  ['an officer with the duty', [{ role: 'officer', halls: ['h1'], duties: ['review'] }], 'in'],
  ['a supervisor with the duty', [{ role: 'supervisor', regions: ['32'], duties: ['review'] }], 'in'],
  [
    'an officer, who holds the duty in a role that is not asked for',
    [
      { role: 'officer', halls: ['h1'] },
      { role: 'auditor', duties: ['review'] },
    ],
    'FORBIDDEN',
  ],
])('%s', async (_, grants, answer) => expect(await meets(grants)).toBe(answer))

it('says nothing about procedures without one', async () => {
  expect(await meets([{ role: 'officer', halls: ['h1'] }], 'probe/officer')).toBe('in')
})

const asking = (allow: 'officer' | 'account') => ({
  contract: {
    ...probe.contract,
    wrong: procedure({ summary: 'x', allow: [allow], duty: 'approve', scope: 'hall', effect: 'read' })
      .input(z.object({}))
      .output(z.object({})),
  },
  router: { ...probe.router, wrong: probe.router.officer as never },
})
it.each(['officer', 'account'] as const)('cannot be asked of a role that may not hold it: %s', (allow) => {
  expect(() => declareAll({ probe: asking(allow) })).toThrow('approve')
})

describe('documents', () => {
  it('have a column where any procedure asks for one, and none where none does', () => {
    const { review, ...others } = probe.contract
    const document = permissionsDocument({ probe })
    expect(document).toContain('| Procedure | Allow | Duty | Scope | Effect | What it does |')
    expect(document).toContain(
      '| `probe/review` | officer, supervisor | review | hall | read | For whoever reviews |',
    )
    expect(document).toContain('| `probe/officer` | officer |  | hall | read | For officers |')
    expect(review).toBeDefined()
    expect(permissionsDocument({ probe: { contract: others } })).not.toContain('Duty')
  })
  it('know a duty that is asked for later as a break', () => {
    const before = contractSnapshot({ probe })
    const { duty, ...without } = before['probe/review'] ?? {}
    expect(duty).toBe('review')
    const earlier = { ...before, 'probe/review': without } as typeof before
    expect(breakingChanges(earlier, before)).toEqual(['probe/review: asks for the duty review now'])
    expect(breakingChanges(before, before)).toEqual([])
  })
})
