/** The reviewed document is the oracle: what it says of each procedure is what real callers meet. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { metaOf } from '../../functions/core/io/entry/procedures'
import { isDuty } from '../../functions/core/pure/duties'
import type { Role } from '../../functions/core/io/identity/roles'
import { ROLES } from '../../functions/core/io/identity/roles'
import { contracts } from '../../scripts/generate/contracts'
import { permissionsDocument } from '../../scripts/generate/permissions'
import { createEntry, type Entry } from '../../functions/core/io/entry/entry'
import { functions } from '../../platform/server/functions'
import { startRunning, type Running } from '../platform/running'

const document = readFileSync(join(process.cwd(), 'docs/permissions.md'), 'utf8')
const cells = (line: string): readonly string[] => line.slice(2, -2).split(' | ')
/** With a column for duties where any procedure asks for one. */
const rows = document
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map(cells)
  .map(([name = '', allow = '', ...more]) => {
    const [duty = '', scope = '', effect = ''] = more.length === 4 ? more : ['', ...more]
    return { name: name.replaceAll('`', ''), allow: allow.split(', '), duty: duty.trim(), scope, effect }
  })

let running: Running
let entry: Entry
let who: { readonly role?: Role; readonly duty?: string } | undefined
beforeAll(async () => {
  running = await startRunning()
  const accountId = String(
    (await running.post('/api/accounts/signIn', { code: 'code-plain' })).body.accountId,
  )
  entry = createEntry({
    functions,
    services: running.server.services,
    callsPerMinute: Infinity,
    identify: async () =>
      who
        ? {
            kind: 'account',
            accountId,
            grants: who.role ? [{ role: who.role, duties: [who.duty ?? ''].filter(isDuty) }] : [],
          }
        : { kind: 'anonymous' },
  })
})
afterAll(() => running.close())

/** With an input that no procedure accepts: whoever gets past the permission meets the input next. */
const meets = async (name: string, caller: typeof who, timer?: string): Promise<unknown> => {
  who = caller
  const { body } = await entry.handle({
    procedure: name,
    input: 'nothing accepts this',
    headers: {},
    ...(timer === undefined ? {} : { source: { timer } }),
  })
  return (body as { code?: string }).code
}

describe('docs/permissions.md', () => {
  it('is current: run `npm run docs` and review the difference', () => {
    expect(permissionsDocument(contracts)).toBe(document)
  })
  it('lists every procedure that is served', () => {
    const served = Object.entries(functions).flatMap(([name, { contract }]) =>
      Object.keys(contract).map((key) => `${name}/${key}`),
    )
    expect(rows.map((row) => row.name)).toEqual(
      served.sort(
        (a, b) => rows.findIndex((row) => row.name === a) - rows.findIndex((row) => row.name === b),
      ),
    )
    expect(served.length).toBeGreaterThan(30)
  })
})

describe('every procedure', () => {
  it.each(rows)(
    '$name has a permission, a scope and an effect that fit together',
    ({ name, allow, scope, effect }) => {
      expect(allow.length).toBeGreaterThan(0)
      if (effect === 'job') expect(allow).toEqual(['timer'])
      else expect(allow).not.toContain('timer')
      if (allow.includes('anyone')) expect([name, scope]).toEqual([name, 'public'])
      if (scope === 'self') expect(allow).toEqual(['account'])
    },
  )
  it.each(rows)(
    '$name meets strangers, accounts, roles and timers as the document says',
    async ({ name, allow, duty }) => {
      const opens = (one: string): boolean => allow.includes('anyone') || allow.includes(one)
      expect(await meets(name, undefined)).toBe(
        opens('anyone') ? 'INVALID_INPUT' : allow.includes('timer') ? 'FORBIDDEN' : 'SIGN_IN',
      )
      expect(await meets(name, {})).toBe(opens('account') ? 'INVALID_INPUT' : 'FORBIDDEN')
      for (const role of ROLES.filter((one) => one !== 'taxpayer'))
        expect([role, await meets(name, { role, duty })]).toEqual([
          role,
          opens('account') || opens(role) ? 'INVALID_INPUT' : 'FORBIDDEN',
        ])
      if (duty !== '')
        for (const role of ROLES.filter((one) => one !== 'taxpayer'))
          expect(await meets(name, { role })).toBe('FORBIDDEN')
      expect(await meets(name, undefined, 'a timer')).toBe(opens('timer') ? 'INVALID_INPUT' : 'FORBIDDEN')
    },
  )
})

describe('every contract', () => {
  it('gives each procedure the builder’s meta', () => {
    for (const { contract } of Object.values(contracts)) {
      for (const one of Object.values(contract))
        expect(metaOf(one)).toMatchObject({
          summary: expect.any(String),
          allow: expect.any(Array),
          scope: expect.any(String),
          effect: expect.any(String),
        })
    }
  })
})
