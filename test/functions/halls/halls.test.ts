/** The function `halls` through the entry: the catalogue, its guides, and whose halls an officer's are. */
import { createEntry, type Entry } from '../../../functions/core/io/entry/entry'
import { identify } from '../../../functions/core/io/identity/caller'
import type { RoleGrant } from '../../../functions/core/io/identity/roles'
import { instantOf } from '../../../functions/core/pure/time'
import { halls, matters } from '../../../functions/halls/collections'
import { contract } from '../../../functions/halls/contract'
import { forgetCatalogue } from '../../../functions/halls/public'
import { router } from '../../../functions/halls/router'
import { GUIDE_FIELDS } from '../../../functions/halls/rules/fields'
import { demoHalls } from '../../../platform/demo/data/halls'
import { demoMatters } from '../../../platform/demo/data/matters'
import { testServices, type TestServices } from '../../harness/context'

let services: TestServices
let entry: Entry
beforeEach(async () => {
  services = await testServices()
  entry = createEntry({ functions: { halls: { contract, router } }, services, strict: true, identify })
  const rows = [
    ...demoHalls.map(({ id, doc }) => ({ collection: halls.name, id, doc })),
    ...demoMatters.map(({ code, doc }) => ({ collection: matters.name, id: code, doc })),
  ]
  const elsewhere = {
    collection: halls.name,
    id: 'elsewhere',
    doc: { ...demoHalls[0]?.doc, region: '320102' },
  }
  await services.store.commit([...rows, elsewhere].map((row) => ({ op: 'insert' as const, ...row })))
})
afterEach(() => services.close())

interface Asked {
  readonly token?: string
  readonly language?: 'zh-CN' | 'en'
}
const ask = async (procedure: string, input: unknown, { token, language = 'zh-CN' }: Asked = {}) => {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const headers = { 'accept-language': language, ...authorization }
  const { status, body } = await entry.handle({ procedure: `halls/${procedure}`, input, headers })
  return { status, body: body as Record<string, never> }
}

const idsOf = ({ body }: { readonly body: Record<string, unknown> }): readonly string[] =>
  (body.halls as readonly { id: string }[]).map(({ id }) => id)

describe('onDuty', () => {
  const onDuty = async (...grants: RoleGrant[]) => {
    const accountId = await services.person(`on-duty-${JSON.stringify(grants)}`, grants)
    return ask('onDuty', {}, { token: await services.tokenOf(accountId) })
  }
  const district = ['chengdong-1', 'chengdong-2', 'chengdong-3']

  it.each<[string, RoleGrant[], readonly string[]]>([
    ['an officer of one hall', [{ role: 'officer', halls: ['chengdong-2'] }], ['chengdong-2']],
    ['an officer whose grant names no hall', [{ role: 'officer' }], []],
    ['an officer whose grant names a region only', [{ role: 'officer', regions: ['99'] }], []],
    ['a supervisor of the whole deployment', [{ role: 'supervisor' }], ['elsewhere', ...district]],
    [
      'a supervisor with empty places',
      [{ role: 'supervisor', halls: [], regions: [] }],
      ['elsewhere', ...district],
    ],
    ['a supervisor of the district', [{ role: 'supervisor', regions: ['990102'] }], district],
    ['a supervisor of the province', [{ role: 'supervisor', regions: ['99'] }], district],
    ['a supervisor of one hall', [{ role: 'supervisor', halls: ['chengdong-3'] }], ['chengdong-3']],
    [
      'who is an officer of one hall and supervises another region',
      [
        { role: 'officer', halls: ['chengdong-1'] },
        { role: 'supervisor', regions: ['32'] },
      ],
      ['elsewhere', 'chengdong-1'],
    ],
    [
      'an officer who is an administrator of everything: that role has no hall',
      [{ role: 'officer', halls: ['chengdong-1'] }, { role: 'admin' }],
      ['chengdong-1'],
    ],
  ])('%s', async (_, grants, expected) => expect(idsOf(await onDuty(...grants))).toEqual(expected))

  it('is refused to who is no officer', async () => {
    expect((await ask('onDuty', {})).body).toMatchObject({ code: 'SIGN_IN' })
    expect((await onDuty({ role: 'auditor' })).body).toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('the catalogue', () => {
  it('lists halls, nearest first, those that handle a matter, and their windows', async () => {
    const position = { latitude: 30_318_900, longitude: 120_268_400 }
    expect(idsOf(await ask('list', { position }))[0]).toBe('chengdong-3')
    expect(idsOf(await ask('list', { matter: 'ZM02' }))).toEqual(['elsewhere', 'chengdong-1'])
    const [hall] = (await ask('list', {})).body.halls as unknown as { windowList?: unknown[] }[]
    expect(hall?.windowList).toHaveLength(5)
  })

  it.each([
    ['2026-11-24', 600, { openNow: true }],
    ['2026-11-24', 720, { openNow: false, opens: { day: '2026-11-24', from: 810 } }],
    ['2026-11-27', 1020, { openNow: false, opens: { day: '2026-11-30', from: 540 } }],
    ['2026-12-31', 1020, { openNow: false }],
  ])('says on %s at %i whether a hall is open, and when next', async (day, minute, expected) => {
    services.time.now = instantOf(day, minute)
    const [row] = (await ask('list', {})).body.halls as unknown as Record<string, unknown>[]
    expect({ openNow: row?.openNow, ...(row?.opens ? { opens: row.opens } : {}) }).toEqual(expected)
  })

  it('lists matters, of one hall when asked, none of an unknown one', async () => {
    const count = async (input: object) =>
      ((await ask('matters', input)).body.matters as unknown as unknown[]).length
    expect(await count({})).toBe(20)
    expect(await count({ hallId: 'chengdong-3' })).toBe(10)
    expect(await count({ hallId: 'nowhere' })).toBe(0)
  })
})

describe('a guide', () => {
  it.each(demoMatters.map(({ code }) => code))(
    'of %s has the six fields in both languages',
    async (matter) => {
      const shown = await Promise.all(
        (['zh-CN', 'en'] as const).map(async (language) => {
          const { guide } = (await ask('guide', { matter }, { language })).body as unknown as {
            guide: Record<(typeof GUIDE_FIELDS)[number], unknown> & { effectiveFrom: string }
          }
          for (const field of GUIDE_FIELDS) expect([field, guide[field]]).toEqual([field, expect.anything()])
          expect(guide.effectiveFrom).toBe('2026-01-01')
          return guide
        }),
      )
      expect(JSON.stringify(shown[0])).not.toBe(JSON.stringify(shown[1]))
      expect(JSON.stringify(shown[1])).not.toMatch(/[\u4e00-\u9fff]/)
    },
  )

  it('tells of a material its form, copies and seal, and what the authority has on file', async () => {
    const { guide } = (await ask('guide', { matter: 'FP01' }, { language: 'en' })).body as unknown as {
      guide: { materials: unknown[]; timeLimit: unknown; unconfirmed: unknown[] }
    }
    expect(guide.materials).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ format: 'either', seal: 'signatureOrSeal', copies: 'one copy' }),
        expect.objectContaining({ onFile: true, required: false }),
      ]),
    )
    expect(guide.timeLimit).toMatchObject({ unit: 'workingDays', count: 5 })
    expect(guide.unconfirmed).toEqual(['office', 'materials', 'contact'])
  })

  it('of a matter without one shows what the catalogue has, and confirms nothing', async () => {
    await services.store.patch({ collection: matters.name, id: 'FP01', unset: ['guide'] })
    forgetCatalogue(services.store)
    const { guide } = (await ask('guide', { matter: 'FP01' })).body as unknown as { guide: object }
    expect(guide).toMatchObject({ steps: [], unconfirmed: [...GUIDE_FIELDS] })
    expect(Object.keys(guide).sort()).toEqual(['basis', 'materials', 'steps', 'unconfirmed'])
  })

  it('of an unknown matter is not found', async () => {
    expect(await ask('guide', { matter: 'ZZ99' })).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
  })
})
